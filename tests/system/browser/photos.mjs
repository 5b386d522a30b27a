// SPDX-License-Identifier: GPL-3.0-or-later
// Photos as a telephone writes them, drawn by the browser itself, with a position put into them.

/// A JPEG of a coloured pattern, `width` × `height`.
export const drawJpeg = async (page, width, height, hue) => Buffer.from(await page.evaluate(async (size) => {
    const canvas = document.createElement('canvas');
    canvas.width = size.width;
    canvas.height = size.height;
    const context = canvas.getContext('2d');
    for (let y = 0; y < size.height; y += 20) {
        for (let x = 0; x < size.width; x += 20) {
            context.fillStyle = `hsl(${(size.hue + x / 8 + y / 5) % 360} 45% ${45 + ((x + y) % 100) / 4}%)`;
            context.fillRect(x, y, 20, 20);
        }
    }
    const blob = await new Promise((resolve) => { canvas.toBlob(resolve, 'image/jpeg', 0.9); });
    return [...new Uint8Array(await blob.arrayBuffer())];
}, { width, height, hue }));

const ascii = (text) => Buffer.from(`${text}\0`, 'latin1');

// A TIFF block, little-endian: entries [tag, type, bytes or a nested list].
const directory = (entries, at) => {
    const sizes = { 2: 1, 3: 2, 4: 4, 5: 8 };
    const head = Buffer.alloc(2 + entries.length * 12 + 4);
    head.writeUInt16LE(entries.length, 0);
    let tail = Buffer.alloc(0);
    entries.forEach(([tag, type, value], index) => {
        const offset = 2 + index * 12;
        head.writeUInt16LE(tag, offset);
        head.writeUInt16LE(type, offset + 2);
        const end = at + head.length + tail.length;
        if (Array.isArray(value)) {
            head.writeUInt32LE(1, offset + 4);
            head.writeUInt32LE(end, offset + 8);
            tail = Buffer.concat([tail, directory(value, end)]);
        } else {
            head.writeUInt32LE(value.length / sizes[type], offset + 4);
            if (value.length <= 4) {
                value.copy(head, offset + 8);
            } else {
                head.writeUInt32LE(end, offset + 8);
                tail = Buffer.concat([tail, value, Buffer.alloc(value.length % 2)]);
            }
        }
    });
    return Buffer.concat([head, tail]);
};

const rationals = (...pairs) => {
    const bytes = Buffer.alloc(pairs.length * 8);
    pairs.forEach(([a, b], i) => { bytes.writeUInt32LE(a, i * 8); bytes.writeUInt32LE(b, i * 8 + 4); });
    return bytes;
};

const short = (value) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt16LE(value);
    return bytes.subarray(0, 2);
};

export const planted = 'PLANTED-CAMERA';
const position = rationals([51, 1], [30, 1], [261277, 10000]);

/// The photo with maker, orientation, time and position.
export const withPosition = (jpeg, orientation = 1) => {
    const tiff = Buffer.concat([Buffer.from('II*\0\x08\0\0\0', 'latin1'), directory([
        [0x010f, 2, ascii(planted)],
        [0x0112, 3, short(orientation)],
        [0x8769, 4, [[0x9003, 2, ascii('2024:03:31 18:05:59')], [0x9011, 2, ascii('+02:00')]]],
        [0x8825, 4, [[1, 2, ascii('N')], [2, 5, position], [3, 2, ascii('W')], [4, 5, position]]],
    ], 8)]);
    const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
    const head = Buffer.from([0xff, 0xe1, 0, 0]);
    head.writeUInt16BE(body.length + 2, 2);
    return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
};

/// Whether a position or the maker is in the bytes.
export const tellsTooMuch = (bytes) => bytes.includes(planted) || bytes.includes(position)
    || bytes.includes(Buffer.from([0x25, 0x88, 4, 0])) || bytes.includes(Buffer.from([0x88, 0x25, 0, 4]));
