// The pictures that a part gives `./dev screens`.
import QtQuick

QtObject {
    default property list<Picture> pictures
}
