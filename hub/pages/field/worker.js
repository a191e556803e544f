// Opens the page without a network: its files are kept, and asked for anew whenever there is one.
// Orders are not cached here but by the page, which knows whose they are.
const shelf = "chengyun-field-1";
const files = ["/field", "/field/app.css", "/field/app.js", "/field/text.js", "/field/store.js", "/field/hub.js",
    "/field/queue.js", "/field/camera.js", "/field/views.js", "/field/icon.svg", "/field/manifest.webmanifest"];

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
        try {
            const answer = await fetch(event.request, { signal: AbortSignal.timeout(4000) });
            if (answer.ok)
                await cache.put(url.pathname, answer.clone());
            return answer;
        } catch {
            return (await cache.match(url.pathname)) ?? Response.error();
        }
    })());
});
