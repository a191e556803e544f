// Opens the page without a network: its files are kept, and asked for anew whenever there is one.
// Orders are not cached here but by the page, which knows whose they are.
const shelf = "chengyun-field-3";
const files = ["/field", "/field/app.css", "/field/app.js", "/field/text.js", "/field/clock.js", "/field/store.js", "/field/hub.js",
    "/field/upload.js", "/field/lane.js", "/field/queue.js", "/field/camera.js", "/field/views.js", "/field/icon.svg", "/field/manifest.webmanifest"];

self.addEventListener("install", event =>
    event.waitUntil(caches.open(shelf).then(cache => cache.addAll(files)).then(() => self.skipWaiting())));

self.addEventListener("activate", event =>
    event.waitUntil(caches.keys()
        .then(names => Promise.all(names.filter(name => name !== shelf).map(name => caches.delete(name))))
        .then(() => self.clients.claim())));

self.addEventListener("fetch", event => {
    const url = new URL(event.request.url);
    if (event.request.method !== "GET" || url.origin !== location.origin || !files.includes(url.pathname))
        return;
    event.respondWith((async () => {
        const cache = await caches.open(shelf);
        return (await cache.match(url.pathname)) ?? fetch(event.request);
    })());
});

// The whole page is of one age: a script of today with another of last month is no page. So an open
// page asks for its successor once it has all of itself, and that is shown from the next opening on.
self.addEventListener("message", event => {
    if (event.data === "renew")
        event.waitUntil(renew());
});

/// All files or none: they are put on the shelf only when each has come.
async function renew() {
    try {
        const cache = await caches.open(shelf);
        const answers = await Promise.all(files.map(file => fetch(file, { cache: "no-cache" })));
        if (answers.every(answer => answer.ok))
            await Promise.all(answers.map((answer, i) => cache.put(files[i], answer)));
    } catch {
        // No network: what is there stays.
    }
}
