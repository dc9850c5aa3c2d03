import { encodePng } from './encode-png.ts';

/** How far a point is from the edge of a form, in units of the grid; negative inside. */
type Form = (x: number, y: number) => number;

/** A form in one colour; red, green and blue up to 255. */
interface Layer {
  readonly form: Form;
  readonly colour: readonly [number, number, number];
}

/** The mark is drawn on a grid of so many units, whatever the size of the picture. */
const grid = 48;

const green = [0x1d, 0x4a, 0x44] as const;
const paper = [0xf7, 0xf3, 0xe8] as const;
const seal = [0xd2, 0x57, 0x3c] as const;
const white = [0xff, 0xff, 0xff] as const;

/** The mark: what somebody says, checked. It keeps to the middle, because round frames cut the corners off. */
const bubble = together(roundedBox(24, 22, 13, 9.5, 3.5), triangle([16, 30], [24, 30], [16, 38]));
const check = together(line([18, 22.5], [22, 26.5], 1.6), line([22, 26.5], [30.5, 17.5], 1.6));

/** The icon on its ground, as PNG of `size` × `size` points. */
export function drawColourIcon(size: number): Uint8Array {
  return draw(size, [
    { form: () => -grid, colour: green },
    { form: bubble, colour: paper },
    { form: check, colour: seal },
  ]);
}

/** The same mark in white lines on nothing, as PNG of `size` × `size` points; larger, because so few points must do. */
export function drawOutlineIcon(size: number): Uint8Array {
  const outline: Form = (x, y) => Math.abs(bubble(x, y)) - 0.9;
  const mark = together(outline, check);
  const enlarged: Form = (x, y) => mark(24 + (x - 24) / 1.5, 25 + (y - 24) / 1.5) * 1.5;
  return draw(size, [{ form: enlarged, colour: white }]);
}

function draw(size: number, layers: readonly Layer[]): Uint8Array {
  const points = new Uint8Array(size * size * 4);
  const scale = size / grid;
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      points.set(mix(layers, (column + 0.5) / scale, (row + 0.5) / scale, scale), (row * size + column) * 4);
  return encodePng({ size, points });
}

/** One point: each layer covers it by as much as its edge runs through it, so that edges are smooth. */
function mix(layers: readonly Layer[], x: number, y: number, scale: number): readonly number[] {
  let [red, green, blue, opacity] = [0, 0, 0, 0];
  for (const { form, colour } of layers) {
    const cover = Math.min(1, Math.max(0, 0.5 - form(x, y) * scale));
    const sum = cover + opacity * (1 - cover);
    if (sum === 0) continue;
    const blend = (below: number, above: number) => (above * cover + below * opacity * (1 - cover)) / sum;
    [red, green, blue, opacity] = [blend(red, colour[0]), blend(green, colour[1]), blend(blue, colour[2]), sum];
  }
  return [red, green, blue, opacity * 255].map(Math.round);
}

function together(one: Form, other: Form): Form {
  return (x, y) => Math.min(one(x, y), other(x, y));
}

function roundedBox(centreX: number, centreY: number, halfWidth: number, halfHeight: number, radius: number): Form {
  return (x, y) => {
    const right = Math.abs(x - centreX) - halfWidth + radius;
    const below = Math.abs(y - centreY) - halfHeight + radius;
    return Math.hypot(Math.max(right, 0), Math.max(below, 0)) + Math.min(Math.max(right, below), 0) - radius;
  };
}

type Point = readonly [number, number];

/** A line with round ends; `half` is half its width. */
function line([fromX, fromY]: Point, [toX, toY]: Point, half: number): Form {
  const [alongX, alongY] = [toX - fromX, toY - fromY];
  return (x, y) => {
    const along = ((x - fromX) * alongX + (y - fromY) * alongY) / (alongX ** 2 + alongY ** 2);
    const nearest = Math.min(1, Math.max(0, along));
    return Math.hypot(x - fromX - alongX * nearest, y - fromY - alongY * nearest) - half;
  };
}

/** Corners clockwise, as seen with y downwards. */
function triangle(...corners: readonly [Point, Point, Point]): Form {
  return (x, y) =>
    Math.max(
      ...corners.map(([fromX, fromY], index) => {
        const [toX, toY] = corners[(index + 1) % corners.length] ?? [fromX, fromY];
        const length = Math.hypot(toX - fromX, toY - fromY);
        return ((x - fromX) * (toY - fromY) - (y - fromY) * (toX - fromX)) / length;
      }),
    );
}
