// Where an order is, on a map of the phone.
//
// Our places are WGS-84. The maps of mainland China draw their streets some hundred metres aside (GCJ-02;
// Baidu's yet another way) and read a `geo:` link as if it were in their own coordinates, although
// RFC 5870 says WGS-84. So each of them is told by its own address which coordinates these are, and `geo:` is
// left for all others. What the addresses tell a map's maker is the place and the order's number.
import { el } from "./el.js";
import { t } from "./text.js";

/// {map: address}; `name` is what stands at the mark.
export function mapAddresses({ lon, lat }, name) {
    const words = encodeURIComponent(name);
    return {
        amap: `https://uri.amap.com/marker?position=${lon},${lat}&name=${words}&coordinate=wgs84&callnative=1&src=chengyun`,
        baidu: `https://api.map.baidu.com/marker?location=${lat},${lon}&title=${words}&content=${words}&coord_type=wgs84&output=html&src=chengyun`,
        tencent: `https://apis.map.qq.com/uri/v1/marker?marker=coord:${lat},${lon};title:${words};addr:${words}&coord_type=1&referer=chengyun`,
        other: `geo:${lat},${lon}?q=${lat},${lon}`,
    };
}

/// Lets a person choose the map; whoever leaves it is back at the button `opener`.
export function openMaps({ place, name, opener }) {
    const links = Object.entries(mapAddresses(place, name)).map(([map, href]) => el("a", {
        class: "second", "data-map": map, href, target: map === "other" ? null : "_blank", rel: "noopener noreferrer",
        onclick: () => dialog.close(),
    }, t("map_" + map)));
    const gone = () => {
        dialog.remove();
        document.querySelector(opener)?.focus({ preventScroll: true });
    };
    const dialog = el("dialog", { class: "sheet", "aria-label": t("open_map"), onclose: gone },
        el("form", { method: "dialog" },
            el("h2", {}, t("open_map")),
            el("p", { class: "quiet" }, t("coordinates", { lat: place.lat.toFixed(6), lon: place.lon.toFixed(6) })),
            links,
            el("button", { class: "second" }, t("cancel"))));
    document.body.append(dialog);
    dialog.showModal();
}
