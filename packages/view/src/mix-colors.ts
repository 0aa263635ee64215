/** A colour `#rrggbb` on the way from `a` (`t` = 0) to `b` (1), in sRGB, as a see-through `b` over `a` looks. */
export function mixColors(a: string, b: string, t: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [from, to] = [a, b].map((color) => Number.parseInt(color.slice(at, at + 2), 16))
    return Math.round((from ?? 0) + ((to ?? 0) - (from ?? 0)) * t)
  })
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
