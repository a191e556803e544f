// Smooths water bodies that come from a coarse grid: fills them into a fine one, blurs it, and traces
// the line at which it is half water. Pieces that were cut apart grow together, staircases become
// shores, and specks that say nothing at this precision go.
'use strict';

const CELL = 0.001; // degrees, some 100 m
const BLUR = 5; // cells, three times
const HALF = 0.44; // below one half, so that chains of corners, a river, hold together
const SMALLEST = 4e-5; // square degrees, some 0.4 km²
const TOLERANCE = 0.00025; // degrees, some 25 m

function fill(grid, columns, rows, box, polygons) {
  for (const rings of polygons) {
    for (let r = 0; r < rows; r++) {
      const y = box[1] + (r + 0.5) * CELL;
      const crossings = [];
      for (const ring of rings)
        for (let i = 1; i < ring.length; i++) {
          const [ax, ay] = ring[i - 1];
          const [bx, by] = ring[i];
          if ((ay > y) !== (by > y))
            crossings.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
        }
      crossings.sort((a, b) => a - b);
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        const from = Math.max(0, Math.ceil((crossings[i] - box[0]) / CELL - 0.5));
        const to = Math.min(columns - 1, Math.floor((crossings[i + 1] - box[0]) / CELL - 0.5));
        grid.fill(1, r * columns + from, r * columns + to + 1);
      }
    }
  }
}

// A running mean along one axis; beyond the edge it goes on as at the edge.
function blur(grid, count, length, stride, step) {
  const line = new Float32Array(length);
  for (let n = 0; n < count; n++) {
    const start = n * stride;
    for (let i = 0; i < length; i++)
      line[i] = grid[start + i * step];
    const at = (i) => line[Math.min(length - 1, Math.max(0, i))];
    let sum = 0;
    for (let i = -BLUR; i <= BLUR; i++)
      sum += at(i);
    for (let i = 0; i < length; i++) {
      grid[start + i * step] = sum / (2 * BLUR + 1);
      sum += at(i + BLUR + 1) - at(i - BLUR);
    }
  }
}

// Marching squares: every stretch has water at its left; stretches are joined end to end.
function trace(grid, columns, rows, box) {
  const value = (c, r) =>
    c < 0 || r < 0 || c >= columns || r >= rows ? 0 : grid[r * columns + c];
  const next = new Map();
  const places = new Map();
  const edge = (c, r, side) => {
    // Sides: 0 south, 1 east, 2 north, 3 west of the square whose south-west corner is (c, r).
    const [ac, ar, bc, br] = side === 0 ? [c, r, c + 1, r] : side === 1 ? [c + 1, r, c + 1, r + 1]
      : side === 2 ? [c, r + 1, c + 1, r + 1] : [c, r, c, r + 1];
    const key = (ar + 1) * 2 * (columns + 2) + (ac + 1) * 2 + (ar === br ? 0 : 1);
    if (!places.has(key)) {
      const a = value(ac, ar), b = value(bc, br);
      const t = (HALF - a) / (b - a);
      places.set(key, [box[0] + (ac + 0.5 + (bc - ac) * t) * CELL,
        box[1] + (ar + 0.5 + (br - ar) * t) * CELL]);
    }
    return key;
  };
  const CASES = [[], [[0, 3]], [[1, 0]], [[1, 3]], [[2, 1]], [[0, 3], [2, 1]], [[2, 0]], [[2, 3]],
    [[3, 2]], [[0, 2]], [[3, 2], [1, 0]], [[1, 2]], [[3, 1]], [[0, 1]], [[3, 0]], []];
  for (let r = -1; r < rows; r++)
    for (let c = -1; c < columns; c++) {
      const kind = (value(c, r) >= HALF ? 1 : 0) | (value(c + 1, r) >= HALF ? 2 : 0) |
        (value(c + 1, r + 1) >= HALF ? 4 : 0) | (value(c, r + 1) >= HALF ? 8 : 0);
      for (const [from, to] of CASES[kind])
        next.set(edge(c, r, from), edge(c, r, to));
    }
  const rings = [];
  while (next.size > 0) {
    const first = next.keys().next().value;
    const ring = [];
    for (let key = first; next.has(key);) {
      ring.push(places.get(key));
      const to = next.get(key);
      next.delete(key);
      key = to;
    }
    ring.push(ring[0]);
    rings.push(ring);
  }
  return rings;
}

function signedArea(ring) {
  let twice = 0;
  for (let i = 1; i < ring.length; i++)
    twice += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  return twice / 2;
}

// Douglas and Peucker.
function thin(ring) {
  const kept = new Uint8Array(ring.length);
  const middle = Math.floor(ring.length / 2);
  kept[0] = kept[middle] = kept[ring.length - 1] = 1;
  const open = [[0, middle], [middle, ring.length - 1]];
  while (open.length > 0) {
    const [first, last] = open.pop();
    const [ax, ay] = ring[first];
    const dx = ring[last][0] - ax, dy = ring[last][1] - ay;
    const length = Math.hypot(dx, dy) || 1e-12;
    let farthest = TOLERANCE, at = -1;
    for (let i = first + 1; i < last; i++) {
      const d = Math.abs((ring[i][0] - ax) * dy - (ring[i][1] - ay) * dx) / length;
      if (d > farthest) {
        farthest = d;
        at = i;
      }
    }
    if (at > 0) {
      kept[at] = 1;
      open.push([first, at], [at, last]);
    }
  }
  return ring.filter((_, i) => kept[i]).map((p) => p.map((v) => Math.round(v * 1e5) / 1e5));
}

function inside([x, y], ring) {
  let odd = false;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1];
    const [bx, by] = ring[i];
    if ((ay > y) !== (by > y) && x < ax + ((y - ay) / (by - ay)) * (bx - ax))
      odd = !odd;
  }
  return odd;
}

/// Polygons (lists of rings, outer first) in and out.
module.exports = function smooth(polygons, box) {
  const columns = Math.round((box[2] - box[0]) / CELL);
  const rows = Math.round((box[3] - box[1]) / CELL);
  const grid = new Float32Array(columns * rows);
  fill(grid, columns, rows, box, polygons);
  for (let i = 0; i < 3; i++) {
    blur(grid, rows, columns, columns, 1);
    blur(grid, columns, rows, 1, columns);
  }
  const rings = trace(grid, columns, rows, box).filter((r) => Math.abs(signedArea(r)) >= SMALLEST);
  const outer = rings.filter((r) => signedArea(r) > 0).map((r) => [r]);
  outer.sort((a, b) => signedArea(b[0]) - signedArea(a[0]));
  for (const hole of rings.filter((r) => signedArea(r) < 0)) {
    // The smallest that holds it.
    const owner = outer.filter((p) => inside(hole[0], p[0])).pop();
    if (owner)
      owner.push(hole);
  }
  return outer.map((p) => p.map(thin));
};
