// Photos small enough for a bad network, and where one stands.

/// At most 1600 pixels a side, JPEG; without the camera's own metadata, which would tell more than
/// the sender means to. Rejects what the browser cannot read: sent as it is, it would carry that.
export async function shrink(file) {
    const most = 1600;
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, most / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    return new Promise((resolve, reject) =>
        canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/jpeg", 0.8));
}

/// ms that a place is looked for, the time in which a person is asked for permission included.
export const longestSearch = 8000;

/// {lon, lat, accuracy}, or null when it is not allowed, not known, or takes too long.
export function whereAmI() {
    return new Promise(resolve => {
        if (!navigator.geolocation)
            return resolve(null);
        setTimeout(() => resolve(null), longestSearch);
        navigator.geolocation.getCurrentPosition(
            ({ coords }) => resolve({ lon: coords.longitude, lat: coords.latitude, accuracy: coords.accuracy }),
            () => resolve(null),
            { enableHighAccuracy: true, timeout: longestSearch, maximumAge: 30000 });
    });
}
