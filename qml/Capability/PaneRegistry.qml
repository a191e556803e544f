// The kinds of panes of all capabilities, by name. Who shows or offers panes has one.
import QtQuick
import Chengyun.Link
import Chengyun.Map

QtObject {
    id: registry

    required property Session session
    required property TileServer tiles
    required property MapFeed mapFeed
    /// Of Capability.
    required property var capabilities
    property string language: "zh_CN"
    property var kinds: [] ///< of PaneKind, by rank; empty before make()

    /// What the map of this seat shows now, as options of a pane; null where there is none.
    function mapView(): var {
        return null;
    }
    function kind(name: string): PaneKind {
        return registry.kinds.find(kind => kind.name === name) ?? null;
    }
    /// The content that shows this thing of a seat, or null.
    function contentOf(thing: string, id: string): var {
        return registry.kinds.map(kind => kind.contentOf(thing, id)).find(content => content) ?? null;
    }
    /// What can be put up for a text, {kind, content, title, note} each: what begins with it first, and last what
    /// says it itself. Without a text what needs none first.
    function find(text: string): var {
        const most = 20; // of a kind
        const parts = text.toLowerCase().split(" ").filter(part => part.length > 0);
        const found = [];
        for (const kind of registry.kinds.filter(kind => kind.written.length === 0)) {
            const said = offer => [offer.title, offer.note, kind.title, kind.name].join(" ").toLowerCase();
            const offers = kind.offers(kind.searched ? text : "").slice(0, most);
            found.push(...offers.filter(offer => kind.searched || parts.every(part => said(offer).includes(part))).map(offer => Object.assign({
                    "kind": kind
                }, offer)));
        }
        const rank = one => parts.length === 0 ? (one.kind.searched ? 1 : 0) : one.title.toLowerCase().startsWith(parts[0]) ? 0 : 1;
        const ranked = [].concat(...[0, 1].map(place => found.filter(one => rank(one) === place)));
        const written = parts.length === 0 ? [] : registry.kinds.filter(kind => kind.written.length > 0).map(kind => ({
                    "kind": kind,
                    "content": kind.saying(text),
                    "title": text,
                    "note": ""
                }));
        return ranked.concat(written);
    }

    /// Loads them, once: a start does not wait for what nobody has asked for yet.
    function make(): void {
        if (registry.kinds.length > 0)
            return;
        const made = [];
        for (const capability of registry.capabilities) {
            if (!capability.hasPanes)
                continue;
            const module = capability.name[0].toUpperCase() + capability.name.slice(1);
            const component = Qt.createComponent("Chengyun." + module, module + "Panes", Component.PreferSynchronous, registry);
            const panes = component.status === Component.Ready ? component.createObject(registry, {
                "registry": registry,
                [capability.name]: capability
            }) : null;
            if (panes)
                made.push(...Array.from(panes.kinds));
            else
                console.error(component.errorString()); // the others are shown without it
        }
        registry.kinds = made.map((kind, at) => ({
                    "kind": kind,
                    "at": at
                })).sort((a, b) => a.kind.rank - b.kind.rank || a.at - b.at).map(one => one.kind);
    }
}
