// What the reference programs share: blocks of particles whose numbers lie in arrays, so that the inner loop over a
// block becomes vector instructions; a thread for each core, each with its share of the blocks.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>
#include <vector>

constexpr int BLOCK = 64;

// The numbers of a block; the compiler keeps it in the first cache for all steps.
struct alignas(64) Block {
  float x[BLOCK], y[BLOCK], mx[BLOCK], my[BLOCK], vx[BLOCK], vy[BLOCK];
};

// Usage: program <particles> <steps> <repetitions>. Prints seconds for each repetition.
template <typename Advance>
int bench(int argc, char** argv, float low_x, float high_x, float low_y, float high_y, Advance advance) {
  if (argc != 4) return 2;
  const int particles = std::atoi(argv[1]);
  const int steps = std::atoi(argv[2]);
  const int repetitions = std::atoi(argv[3]);
  const int blocks = particles / BLOCK;
  const int threads = std::max(1u, std::thread::hardware_concurrency());
  std::vector<Block> all(blocks);
  double sum = 0;
  for (int repetition = -1; repetition < repetitions; repetition++) {
    for (int b = 0; b < blocks; b++) {
      all[b] = Block{};
      for (int i = 0; i < BLOCK; i++) {
        const float along = float(b * BLOCK + i) / float(particles);
        all[b].x[i] = low_x + (high_x - low_x) * along;
        all[b].y[i] = low_y + (high_y - low_y) * (1 - along);
      }
    }
    const auto began = std::chrono::steady_clock::now();
    std::vector<std::thread> workers;
    for (int t = 0; t < threads; t++) {
      workers.emplace_back([&, t] {
        for (int b = t; b < blocks; b += threads) {
          Block block = all[b];
          advance(block, steps);
          all[b] = block;
        }
      });
    }
    for (auto& worker : workers) worker.join();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    if (repetition >= 0) std::printf("%.9f\n", took.count());
    for (const auto& block : all) sum += block.x[0] + block.y[0];
  }
  // The result is used, so that the work is done; and told, so that it can be looked at.
  std::fprintf(stderr, "%g\n", sum);
  return 0;
}
