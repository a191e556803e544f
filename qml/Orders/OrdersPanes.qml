// What orders give a wall: all that are open, one of them, those under supervision, and the load.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Capability
import Chengyun.Controls

Panes {
    id: panes

    required property OrdersCapability orders

    PaneKind {
        name: "orders"
        title: qsTr("Open orders")
        icon: "orders"
        rank: 20
        component: Component {
            OrdersPane {
                orders: panes.orders.queue
            }
        }
    }
    PaneKind {
        id: orderKind
        name: "order"
        title: qsTr("Order")
        icon: "send"
        rank: 21
        searched: true
        component: Component {
            OrderPane {
                orders: panes.orders
            }
        }
        /// The open ones in which all that was typed occurs.
        function offers(text: string): var {
            const orders = panes.orders.offered;
            orders.text = text;
            const found = [];
            for (let row = 0; row < orders.count && found.length < 60; ++row) {
                const card = panes.orders.store.card(orders.idAt(row));
                found.push({
                    "content": orderKind.content(card.id, card.title),
                    "title": card.title,
                    "note": Format.joined([qsTr("Order %1").arg(card.number), card.placeText])
                });
            }
            return found;
        }
        function contentOf(thing: string, id: string): var {
            const card = thing === "order" ? panes.orders.store.card(id) : ({});
            return card.id !== undefined ? orderKind.content(id, card.title) : null;
        }
        function captionOf(content: var): string {
            return orderKind.title;
        }
    }
    PaneKind {
        name: "supervision"
        title: qsTr("Supervision")
        icon: "supervise"
        rank: 22
        component: Component {
            SupervisionPane {
                supervisions: panes.orders.allSupervisions
            }
        }
    }
    PaneKind {
        name: "load"
        title: qsTr("Orders of the last 24 hours")
        icon: "chart"
        rank: 23
        component: Component {
            LoadPane {
                load: panes.orders.load
                counts: panes.orders.counts
            }
        }
    }
}
