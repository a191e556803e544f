// Opens the page without a network: its files are kept on a shelf. Orders are not cached here but by
// the page, which knows whose they are.
//
// The hub fills in both lines: the files of the page, and a digest of all of them. So a page of another
// content has another worker, which the browser notices by itself, and a shelf of its own.
const shelf = "chengyun-field-{digest}";
const files = "{files}".split(" ");

self.addEventListener("install", event =>
    event.waitUntil(caches.open(shelf).then(cache =>
        cache.addAll(files.map(file => new Request(file, { cache: "no-cache" }))))));

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

// The whole page is of one age: a script of today with another of last month is no page. So a new
// worker waits until the open page has all of itself, and what it keeps is shown from the next opening on.
self.addEventListener("message", event => {
    if (event.data === "renew")
        self.skipWaiting();
});
