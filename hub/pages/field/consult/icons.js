// Signs of one colour on the buttons of a room.
const paths = {
    mic: "M12 15a4 4 0 0 0 4-4V6a4 4 0 0 0-8 0v5a4 4 0 0 0 4 4Zm7-4a7 7 0 0 1-14 0M12 18v3",
    mic_off: "M3 3l18 18M16 12.2c0-.4 0-.8 0-1.2V6a4 4 0 0 0-7.7-1.5M8 8.5V11a4 4 0 0 0 5.6 3.7M19 11a7 7 0 0 1-1 3.6M5 11a7 7 0 0 0 10.6 6M12 18v3",
    camera: "M3 7.5A1.5 1.5 0 0 1 4.500 6h9A1.500 1.500 0 0 1 15 7.500v9a1.500 1.500 0 0 1-1.500 1.500h-9A1.500 1.500 0 0 1 3 16.500ZM15 10.500l6-3.500v10l-6-3.500",
    camera_off: "M3 3l18 18M9.500 6h4A1.500 1.500 0 0 1 15 7.500v4M15 15v1.500a1.500 1.500 0 0 1-1.500 1.500h-9A1.500 1.500 0 0 1 3 16.500v-9c0-.5.200-.900.600-1.200M15.500 10.200L21 7v10l-3-1.800",
    turn: "M4 12a8 8 0 0 1 13.700-5.600L20 8.700M20 4v4.700h-4.700M20 12a8 8 0 0 1-13.700 5.600L4 15.300M4 20v-4.700h4.700",
    end: "M3 14.500c0-4 4-6.500 9-6.500s9 2.500 9 6.500c0 1-.6 1.500-1.500 1.300l-3.300-.7c-.7-.2-1-.6-1-1.300v-1.600c-2-.7-4.400-.7-6.400 0v1.600c0 .7-.3 1.100-1 1.300l-3.300.7C3.600 16 3 15.500 3 14.500Z",
    call: "M5.500 3.500l3.200 0 1.600 4.200-2.100 1.700a12 12 0 0 0 6.400 6.400l1.700-2.100 4.200 1.600v3.200a2 2 0 0 1-2.200 2A17 17 0 0 1 3.500 5.700a2 2 0 0 1 2-2.200Z",
};

export function icon(name) {
    const space = "http://www.w3.org/2000/svg";
    const picture = document.createElementNS(space, "svg");
    picture.setAttribute("viewBox", "0 0 24 24");
    picture.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(space, "path");
    path.setAttribute("d", paths[name]);
    picture.append(path);
    return picture;
}
