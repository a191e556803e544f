// The worker that keeps the page's files on the phone (worker.js), as the page sees it.

/// Tells `said` whether the page opens without a network: there may be no room for its files.
export function keepOnShelf(said) {
    if (!("serviceWorker" in navigator))
        return;
    navigator.serviceWorker.register("/field/worker.js", { scope: "/field" })
        .then(registration => {
            // All of this page has come: the next may.
            const renew = () => registration.waiting?.postMessage("renew");
            const watch = () => {
                const coming = registration.installing;
                coming?.addEventListener("statechange", () => {
                    renew();
                    said(coming.state !== "redundant" || Boolean(registration.active));
                });
            };
            registration.addEventListener("updatefound", watch);
            watch();
            renew();
        })
        .catch(() => said(Boolean(navigator.serviceWorker.controller)));
}
