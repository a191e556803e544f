// What must survive closing the page: the queue of things to send, and the last known orders.

const connect = () => new Promise((resolve, reject) => {
    const open = indexedDB.open("chengyun-field", 1);
    open.onupgradeneeded = () => {
        open.result.createObjectStore("queue", { keyPath: "id" });
        open.result.createObjectStore("kept");
    };
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error);
});

/// A transaction, on a connection that is made when it is needed: some phones drop it while the page
/// sleeps, and what could not be opened once may be later.
let connection = null;
async function begin(name, mode) {
    // "strict": written through before we say it is kept.
    const on = async made => (await made).transaction(name, mode, { durability: "strict" });
    const last = connection ??= connect();
    try {
        return await on(last);
    } catch {
        if (connection === last)
            connection = null;
        return on(connection ??= connect());
    }
}

async function run(name, mode, work) {
    const transaction = await begin(name, mode);
    return new Promise((resolve, reject) => {
        const request = work(transaction.objectStore(name));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
}

/// What the disk would not take: as good as stored, while the page is open.
const unkept = new Map();
export const queueHold = item => unkept.set(item.id, structuredClone(item));

export async function queueAll() {
    const stored = await run("queue", "readonly", s => s.getAll()).catch(error => {
        if (!unkept.size)
            throw error;
        return [];
    });
    return [...stored, ...unkept.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
export const queuePut = item => run("queue", "readwrite", s => s.put(item));

/// Changes what is stored under the id, unless `how` says false; in one transaction, so that no other
/// page comes in between. The item as it stands afterwards, or null when it is gone.
export async function queueChange(id, how) {
    const held = unkept.get(id);
    if (held) {
        how(held);
        return held;
    }
    const transaction = await begin("queue", "readwrite");
    return new Promise((resolve, reject) => {
        const store = transaction.objectStore("queue");
        let kept = null;
        store.get(id).onsuccess = ({ target }) => {
            kept = target.result ?? null;
            if (kept && how(kept))
                store.put(kept);
        };
        transaction.oncomplete = () => resolve(kept);
        transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
}
export const queueRemove = async id => unkept.delete(id) || run("queue", "readwrite", s => s.delete(id));

export const keep = (key, value) => run("kept", "readwrite", s => s.put(value, key));
export const kept = key => run("kept", "readonly", s => s.get(key));
export const forget = key => run("kept", "readwrite", s => s.delete(key));
