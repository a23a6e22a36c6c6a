/** Where things stand in a plot, in pixels from its upper left corner. */
export type Geometry = {
  width: number;
  height: number;
  left: number;
  /** Right end of the plot; labels of lines stand behind it where there is room. */
  right: number;
  top: number;
  /** Lower end of the values. */
  floor: number;
  /** Upper end of the volume; equal to `base` without volume. */
  volumeTop: number;
  /** The time axis. */
  base: number;
  /** Labels stand behind the plot; on narrow screens inside it. */
  roomy: boolean;
};

const NARROW = 560;
const AXIS = 22;

/** Heights of a chart for a width; known before it is drawn, so that nothing jumps. */
export function geometryOf(width: number, has: { lane: boolean; volume: boolean; small?: boolean }, tickCharacters = 3): Geometry {
  const narrow = width < NARROW;
  const top = has.lane ? (narrow ? 34 : 40) : 8;
  const plot = has.small ? (narrow ? 150 : 200) : narrow ? 178 : width < 900 ? 212 : 252;
  const floor = top + plot;
  const volume = narrow ? 44 : 56;
  const base = has.volume ? floor + 22 + volume : floor;
  return {
    width,
    height: base + AXIS,
    left: Math.max(36, tickCharacters * 6.5 + 12),
    right: width - (narrow ? 8 : 128),
    top,
    floor,
    volumeTop: has.volume ? base - volume : base,
    base,
    roomy: !narrow,
  };
}
