// What must survive closing the page: the queue of things to send, and the last known orders.

const version = 1;
/// ms for which the storage may take to open; some phones never answer after a long sleep.
const patience = 5000;

/// Why the phone keeps nothing at the moment, as a key of text.js, or null; `changed` is told.
///   storage_newer  a newer page of ours has been here; nothing of what it keeps is touched
///   storage_waits  it does not open: another page holds it, or the phone does not answer
///   storage_full   what was there can still be read
///   no_storage     it is not allowed
export const storage = { trouble: null, changed: () => {} };

function note(trouble) {
    if (storage.trouble === trouble)
        return;
    storage.trouble = trouble;
    storage.changed();
}

const troubles = { VersionError: "storage_newer", TimeoutError: "storage_waits", QuotaExceededError: "storage_full" };

const connect = () => new Promise((resolve, reject) => {
    const open = indexedDB.open("chengyun-field", version);
    open.onupgradeneeded = () => {
        open.result.createObjectStore("queue", { keyPath: "id" });
        open.result.createObjectStore("kept");
    };
    open.onsuccess = () => {
        // A newer page of ours wants to change what there is, and cannot while this one is connected.
        open.result.onversionchange = () => open.result.close();
        resolve(open.result);
    };
    open.onerror = () => reject(open.error);
});

/// The connection, made when it is needed: what could not be opened once may be later. One that is awaited
/// for too long, as when an older page does not let go, may still come; until then nobody waits for it.
let connection = null, late = null;
async function database() {
    const made = connection ??= connect();
    let timer;
    const tooLate = new Promise((_, reject) => {
        timer = setTimeout(() => {
            late = made;
            reject(new DOMException("the storage does not open", "TimeoutError"));
        }, made === late ? 0 : patience);
    });
    try {
        return await Promise.race([made, tooLate]);
    } catch (error) {
        if (connection === made && error.name !== "TimeoutError")
            connection = null;
        throw error;
    } finally {
        clearTimeout(timer);
    }
}

async function begin(name, mode) {
    // "strict": written through before we say it is kept.
    const on = made => made.transaction(name, mode, { durability: "strict" });
    const last = await database();
    try {
        return on(last);
    } catch (error) {
        if (error.name !== "InvalidStateError")
            throw error;
        // Some phones drop the connection while the page sleeps; and we let go for a newer page.
        if (await connection === last)
            connection = null;
        return on(await database());
    }
}

/// Runs `work` in a transaction; it returns what gives the value when all is done. Whether there is room
/// is known only from what was written, `writes`.
async function transact(name, mode, work, writes = false) {
    try {
        const transaction = await begin(name, mode);
        const value = await new Promise((resolve, reject) => {
            const result = work(transaction.objectStore(name));
            transaction.oncomplete = () => resolve(result());
            // A failed request ends in this too, and only here the reason is known.
            transaction.onabort = () => reject(transaction.error ?? new DOMException("the storage gave up", "AbortError"));
        });
        if (writes || storage.trouble !== "storage_full")
            note(null);
        return value;
    } catch (error) {
        note(troubles[error.name] ?? "no_storage");
        throw error;
    }
}

const ask = (name, mode, work, writes) => transact(name, mode, store => {
    const request = work(store);
    return () => request.result;
}, writes);
const read = (name, work) => ask(name, "readonly", work);
const write = (name, work) => ask(name, "readwrite", work, true);
const remove = (name, key) => ask(name, "readwrite", s => s.delete(key));

/// What the disk would not take: as good as stored, while the page is open.
const unkept = new Map();
export const queueHold = item => unkept.set(item.id, structuredClone(item));
/// What is done with and the disk would not let go.
const gone = new Set();

export async function queueAll() {
    const stored = await read("queue", s => s.getAll()).catch(error => {
        if (!unkept.size)
            throw error;
        return [];
    });
    return [...stored.filter(({ id }) => !unkept.has(id) && !gone.has(id)), ...unkept.values()]
        .sort((a, b) => (a.id < b.id ? -1 : 1));
}
export const queuePut = item => write("queue", s => s.put(item));

/// Changes what is stored under the id, unless `how` says false; in one transaction, so that no other
/// page comes in between. The item as it stands afterwards, or null when it is gone.
export async function queueChange(id, how) {
    const held = unkept.get(id);
    if (held) {
        how(held);
        return held;
    }
    try {
        return await transact("queue", "readwrite", store => {
            let kept = null;
            store.get(id).onsuccess = ({ target }) => {
                kept = target.result ?? null;
                if (kept && how(kept))
                    store.put(kept);
            };
            return () => kept;
        });
    } catch {
        // A full phone takes no change and still says what there is: the change counts while the page is
        // open, so that what was kept before is sent.
        const kept = await read("queue", s => s.get(id));
        if (kept && how(kept))
            queueHold(kept);
        return kept ?? null;
    }
}

export async function queueRemove(id) {
    const held = unkept.delete(id);
    await remove("queue", id).catch(error => {
        if (!held)
            throw error;
        gone.add(id);
    });
}

export const keep = (key, value) => write("kept", s => s.put(value, key));
export const kept = key => read("kept", s => s.get(key));
export const forget = key => remove("kept", key);
