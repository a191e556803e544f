// Brings a photo to the hub over a bad network: while anything moves it may take as long as it takes.
import { headersOf, understood } from "./hub.js";

/// Nothing has moved for so long: the path is dead, though nobody said so. What counts as moved is what
/// the system took over, in portions that at 2 kB a second are most of a minute apart.
const stall = 60000;
/// The last portions are with the system and yet to be sent; nothing tells how far they are.
/// Besides this, what a slow path needs for all of it, as the system may have taken everything at once:
/// a millisecond for two bytes, 2 kB a second.
const settle = 180000;

/// As call(), for a blob. Rejects with TypeError when the hub is not reached, nothing moves, or `signal`
/// says that it is not wanted any more.
export function upload(path, blob, { as, key, mark, signal }) {
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
        signal?.addEventListener("abort", () => {
            request.abort();
            reject(new TypeError("not wanted any more"));
        });
        give(stall);
        request.send(blob);
    });
}
