import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

class Properties extends Directive {
  render(_: object): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [properties]: [object]): typeof noChange {
    Object.assign(element, properties);
    return noChange;
  }
}

/** Sets an element's properties, those that several elements of a template have in common: `<my-chart ${properties(common)}>`. */
export const properties = directive(Properties);
