/** What an element's picture depends on besides its attributes. */
const STYLES = [
  'fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity', 'paint-order', 'font-family', 'font-size',
  'font-style', 'font-weight', 'font-variant-numeric', 'text-anchor', 'dominant-baseline', 'visibility', 'display',
]; // biome-ignore format: a list

/**
 * An SVG element of the page as an image: what its style sheets say of it is written into it.
 * @param size in CSS pixels
 */
export async function svgImage(
  element: SVGSVGElement,
  [width, height]: readonly [number, number],
): Promise<HTMLImageElement> {
  const copy = element.cloneNode(true) as SVGSVGElement;
  const copies = copy.querySelectorAll<SVGElement>('*');
  element.querySelectorAll('*').forEach((original, i) => {
    const style = getComputedStyle(original);
    for (const name of STYLES) copies[i].style.setProperty(name, style.getPropertyValue(name));
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const text = new XMLSerializer().serializeToString(copy);
  const image = new Image(width, height);
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    image.src = url;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}
