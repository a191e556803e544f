// Brings a photo to the hub over a bad network: while anything moves it may take as long as it takes.
import { headersOf, understood } from "./hub.js";

/// Nothing has moved for so long: the path is dead, though nobody said so. What counts as moved is what
/// the system took over, in portions that at 2 kB a second are most of a minute apart.
const stall = 60000;
/// The last portions are with the system and yet to be sent; nothing tells how far they are.
const settle = 180000;
/// And for what a slow path needs for all of it, as the system may have taken everything at once: a
/// millisecond for two bytes, 2 kB a second.

/// As call(), for a blob. Rejects with TypeError when the hub is not reached or nothing moves.
export function upload(path, blob, { as, key, mark }) {
    return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest(); // fetch tells nothing of how far it is
        let moved = 0, timer = 0;
        const give = patience => {
            clearTimeout(timer);
            timer = setTimeout(() => request.abort(), patience);
        };
        request.open("POST", "/api/v1" + path);
        for (const [name, value] of Object.entries(headersOf({ as, key, type: blob.type })))
            request.setRequestHeader(name, value);
        request.upload.onprogress = ({ loaded }) => {
            if (loaded > moved) {
                moved = loaded;
                give(stall);
            }
        };
        request.upload.onload = () => give(settle + blob.size / 2);
        request.onload = () => {
            try {
                resolve(understood(request.status, request.responseText, mark));
            } catch (error) {
                reject(error);
            }
        };
        request.onerror = request.onabort = () => reject(new TypeError("the hub is not reached"));
        request.onloadend = () => clearTimeout(timer);
        give(stall);
        request.send(blob);
    });
}
