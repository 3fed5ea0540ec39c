import type { GestureTarget } from './gestures.ts';
import { mapCommand } from './map-keys.ts';
import type { MapPlace } from './map-place.ts';
import { panned } from './viewport.ts';

/**
 * What pointers do to a map's place.
 * @param focus hands the keys to what is launched; a map that is only dragged leaves them where they were
 */
export function gesturesOn(place: MapPlace, focus: () => void): GestureTarget {
  return {
    pan: (by) => place.move((view) => panned(view, by)),
    zoom: (factor, at) => place.zoom(factor, at),
    home() {
      place.launch.takeBack();
      place.home();
    },
    click(at) {
      place.launchFrom(at);
      focus();
    },
    grab(at, reach) {
      place.dragging = place.isNear(at, reach);
      if (place.dragging) focus();
      return place.dragging;
    },
    drag: (at) => place.relaunch(at),
    drop() {
      place.dragging = false;
    },
  };
}

/** Does what a key asks of a map's place, where it asks for something. */
export function onMapKey(event: KeyboardEvent, place: MapPlace): void {
  const command = mapCommand(event);
  const { start } = place;
  if (!command) return;
  if (command.kind === 'pan') place.move((view) => panned(view, command.by));
  else if (command.kind === 'zoom') place.zoom(command.factor);
  else if (command.kind === 'home') place.home();
  else if (command.kind === 'launch') place.launchFrom();
  else if (!start) return;
  else if (command.kind === 'nudge') place.relaunch([start[0] + command.by[0], start[1] + command.by[1]]);
  else place.relaunch(null);
  event.preventDefault();
  event.stopPropagation();
}
