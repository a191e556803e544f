// A kind of pane that can stand on a wall: what a wall shows of it, and what of it a seat can put up.
import QtQuick

QtObject {
    id: kind

    /// PaneContent.kind: "camera".
    required property string name
    required property string title
    required property string icon
    /// Where it stands in the list of what can be put up.
    property int rank: 50
    /// An Item with `required property var content` ({kind, subject, title, text, options}) and
    /// `required property bool stale`: the hub is away. Its `settled` says that all of it is there, where it
    /// has such a property.
    required property Component component
    /// A line above it says what it is. False for what says so itself.
    property bool captioned: true
    /// What it shows does not come by the hub, and it says itself how old that is.
    property bool ownAge: false
    /// What somebody writes for it: "", "title" or "text".
    property string written: ""
    /// There are many of it: they are found by typing.
    property bool searched: false

    /// What of it can be put up now, for what somebody typed: list of {content, title, note}.
    function offers(text: string): var {
        return [
            {
                "content": kind.content("", ""),
                "title": kind.title,
                "note": ""
            }
        ];
    }
    /// The content that shows a thing of a seat (ThingAction), or null when it is none of this kind. What
    /// there is one of is called as its kind is.
    function contentOf(thing: string, id: string): var {
        return thing === kind.name && id.length === 0 && !kind.searched && kind.written.length === 0 ? kind.content("", "") : null;
    }
    /// What it says above itself: what was put up by name, else what it is called.
    function captionOf(content: var): string {
        return content.title.length > 0 ? content.title : kind.title;
    }
    function content(subject: string, title: string): var {
        return {
            "kind": kind.name,
            "subject": subject,
            "title": title,
            "text": "",
            "options": ({})
        };
    }
    /// Of what is written: the content that says this.
    function saying(words: string): var {
        const content = kind.content("", "");
        if (kind.written === "title")
            content.title = words.replace(/\s+/g, " ").trim();
        else
            content.text = words.trim();
        return content;
    }
}
