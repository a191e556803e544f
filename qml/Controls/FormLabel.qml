// What a field of a form is called: people see the label above it, a screen reader must be told.
pragma Singleton
import QtQuick

QtObject {
    /// The label of the form field in which the item stands; empty where it stands in none.
    function of(item: Item): string {
        for (let at = item.parent; at; at = at.parent)
            if (at instanceof FormField)
                return at.label;
        return "";
    }
}
