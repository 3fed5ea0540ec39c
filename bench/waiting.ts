const cell = new Int32Array(new SharedArrayBuffer(4));

/**
 * Waits for the device; for one in software asleep nearly all the time. Dawn in Node looks for finished work again and
 * again without a pause, which takes a third of a two-core machine from it and would count as its processor time.
 */
export async function finished(queue: GPUQueue, software: boolean): Promise<void> {
  if (!software) return queue.onSubmittedWorkDone().then(() => {});
  let done = false;
  const work = queue.onSubmittedWorkDone().finally(() => {
    done = true;
  });
  while (!done) {
    Atomics.wait(cell, 0, 0, 0.2);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await work;
}
