// The page of the system screen about linkage: what is linked now, the rules, and one rule with its trial.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls

FocusScope {
    id: page

    required property LinkageCapability linkage
    /// The rule that is edited: its id, or nothing for a new one.
    property string current: ""
    readonly property alias rules: list
    readonly property alias form: form
    readonly property var all: linkage.store.rules
    signal said(string text, bool failed)
    signal backWanted(linked: var)

    /// What is written and not kept, {rule, base} by the rule's id, "" for a new one. The part's, because the page
    /// goes when another one is looked at.
    required property var drafts
    /// The rule as it was picked.
    property var base: ({})
    readonly property bool changed: page.worded(form.rule) !== page.worded(page.base)

    /// What a rule says, whatever its version.
    function worded(rule: var): string {
        return JSON.stringify(Object.keys(rule).filter(key => key !== "version").sort().map(key => [key, String(rule[key]).trim()]));
    }
    function pick(id: string): void {
        page.leave();
        page.show(id);
    }
    function leave(): void {
        if (page.changed)
            page.drafts[page.current] = {
                "rule": form.rule,
                "base": page.base
            };
        else
            delete page.drafts[page.current];
    }
    function show(id: string): void {
        const rule = page.all.find(rule => rule.id === id);
        const draft = page.drafts[rule?.id ?? ""];
        const written = draft && !(rule && page.worded(draft.rule) === page.worded(rule)) ? draft : null;
        const screen = page.linkage.screens[page.linkage.screens.length - 1];
        page.current = rule?.id ?? "";
        page.base = written?.base ?? rule ?? {
            "wall": screen?.wall ?? "",
            "screen": screen?.screen ?? "",
            "minutes": 0,
            "priority": 5
        };
        form.begin(written?.rule ?? page.base);
        page.linkage.trial.forget();
    }
    function discard(): void {
        delete page.drafts[page.current];
        page.show(page.current);
    }
    function keep(): void {
        const id = page.linkage.commands.keepRule(form.rule);
        form.problem = id.length > 0 ? "" : page.linkage.commands.failureText;
        if (id.length === 0 || page.current.length > 0)
            return;
        delete page.drafts[""];
        page.current = id;
        form.set("id", id);
        page.base = form.rule;
    }
    function remove(): void {
        if (page.linkage.commands.removeRule(page.current))
            page.discard();
        else
            page.said(page.linkage.commands.failureText, true);
    }
    // What the hub has taken is the rule from now on; what somebody else has changed meanwhile does not take away
    // what is being written here: the hub refuses it, and both are seen.
    onAllChanged: {
        const stored = page.all.find(rule => rule.id === page.current);
        if (stored && (!page.changed || page.worded(form.rule) === page.worded(stored)))
            page.discard();
    }
    Component.onCompleted: page.show(page.all[0]?.id ?? "")
    Component.onDestruction: page.leave()

    Item {
        id: side
        width: Math.min(Theme.px(340), page.width * 0.36)
        height: parent.height
        LinkedList {
            id: linked
            x: Theme.s3
            y: Theme.s3
            width: parent.width - 2 * Theme.s3
            linkage: page.linkage
            onBackWanted: linked => page.backWanted(linked)
        }
        Label {
            id: heading
            anchors.left: linked.left
            anchors.top: linked.bottom
            anchors.topMargin: Theme.s4
            text: qsTr("Rules")
            strong: true
            Accessible.role: Accessible.Heading
        }
        ListView {
            id: list
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: heading.bottom
            anchors.topMargin: Theme.s1
            anchors.bottom: fresh.top
            clip: true
            focus: true
            activeFocusOnTab: true
            model: page.all
            currentIndex: page.all.findIndex(rule => rule.id === page.current)
            boundsBehavior: Flickable.StopAtBounds
            Accessible.role: Accessible.List
            Accessible.name: heading.text
            T.ScrollBar.vertical: ScrollBar {}
            Keys.onUpPressed: page.pick(page.all[Math.max(0, currentIndex - 1)]?.id ?? "")
            Keys.onDownPressed: page.pick(page.all[Math.min(page.all.length - 1, currentIndex + 1)]?.id ?? "")
            Keys.onReturnPressed: form.nameField.forceActiveFocus()
            delegate: RowBase {
                id: row
                required property var modelData
                width: ListView.view.width
                current: modelData.id === page.current
                text: Format.joined([modelData.name, state.text])
                onClicked: {
                    list.forceActiveFocus();
                    page.pick(row.modelData.id);
                }
                contentItem: Item {
                    NameLabel {
                        anchors.left: parent.left
                        anchors.leftMargin: Theme.s3
                        anchors.right: state.left
                        anchors.rightMargin: Theme.s2
                        anchors.verticalCenter: parent.verticalCenter
                        text: row.modelData.name
                        Accessible.ignored: true
                    }
                    Label {
                        id: state
                        anchors.right: parent.right
                        anchors.rightMargin: Theme.s3
                        anchors.verticalCenter: parent.verticalCenter
                        quiet: !row.modelData.on
                        color: row.modelData.on ? Theme.accent : Theme.quiet
                        text: row.modelData.on ? qsTr("on") : qsTr("off")
                        Accessible.ignored: true
                    }
                }
            }
        }
        Button {
            id: fresh
            visible: page.linkage.mayKeep
            anchors.left: linked.left
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.s3
            icon.name: "plus"
            text: qsTr("New rule")
            onClicked: {
                page.pick("");
                form.nameField.forceActiveFocus();
            }
        }
        Rule {
            anchors.right: parent.right
            width: Theme.hair
            height: parent.height
        }
    }
    Flickable {
        id: scroll
        anchors.left: side.right
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.s4
        clip: true
        contentHeight: column.height + 2 * Theme.s3
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}
        Column {
            id: column
            y: Theme.s3
            width: Math.min(scroll.width - Theme.s4, Theme.px(720))
            spacing: Theme.s3
            Label {
                visible: !page.linkage.mayKeep
                width: parent.width
                wrapMode: Text.Wrap
                quiet: true
                text: qsTr("Commanders and administrators write rules and try them.")
            }
            RuleForm {
                id: form
                width: parent.width
                enabled: page.linkage.mayKeep
                linkage: page.linkage
            }
            Flow {
                visible: page.linkage.mayKeep
                width: parent.width
                spacing: Theme.s2
                Button {
                    primary: true
                    text: qsTr("Keep the rule")
                    onClicked: page.keep()
                }
                Button {
                    text: qsTr("What would it have shown in the last seven days?")
                    enabled: !page.linkage.trial.busy
                    onClicked: page.linkage.trial.ask(form.rule)
                }
                Button {
                    visible: page.changed
                    text: qsTr("Discard the changes")
                    onClicked: page.discard()
                }
                ConfirmButton {
                    visible: page.current.length > 0
                    label: qsTr("Remove the rule")
                    question: qsTr("Really remove it?")
                    onConfirmed: page.remove()
                }
                Spinner {
                    visible: page.linkage.trial.busy
                }
            }
            TrialView {
                width: parent.width
                trial: page.linkage.trial
            }
        }
    }
}
