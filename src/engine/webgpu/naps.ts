/** Time of a nap in ms: short beside any wait for a software device. */
const NAP = 0.2;

const cell = new Int32Array(new SharedArrayBuffer(4));

/** Number of promises that are waited for. */
let awaited = 0;
/** Whether the next nap is on its way: a second one beside it would make every turn longer, and so on. */
let coming = false;

/**
 * Makes Node sleep while it waits for a software device. Dawn looks for finished work on every turn of the event loop, without a pause, and so
 * takes from the machine a core that the device computes on: with naps between, runs on two cores are about twice as fast.
 */
export function napWhileWaiting(): void {
  GPUQueue.prototype.onSubmittedWorkDone = napping(GPUQueue.prototype.onSubmittedWorkDone);
  GPUBuffer.prototype.mapAsync = napping(GPUBuffer.prototype.mapAsync);
}

function napping<T, A extends unknown[]>(wait: (this: T, ...args: A) => Promise<undefined>) {
  return function (this: T, ...args: A): Promise<undefined> {
    const waiting = wait.apply(this, args);
    awaited++;
    if (!coming) setImmediate(nap);
    coming = true;
    const over = () => {
      awaited--;
    };
    waiting.then(over, over);
    return waiting;
  };
}

function nap(): void {
  coming = awaited > 0;
  if (!coming) return;
  Atomics.wait(cell, 0, 0, NAP);
  setImmediate(nap);
}
