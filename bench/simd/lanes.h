// Four numbers to a vector: WebAssembly's intrinsics under names that read.
#pragma once

#include <wasm_simd128.h>

typedef float lanes __attribute__((vector_size(16)));
typedef unsigned words __attribute__((vector_size(16)));

static const words none = {0, 0, 0, 0};

static inline lanes all(float value) { return (lanes){value, value, value, value}; }

static inline lanes root(lanes a) { return (lanes)wasm_f32x4_sqrt((v128_t)a); }

static inline lanes magnitude(lanes a) { return (lanes)wasm_f32x4_abs((v128_t)a); }

// The lesser; a where b is NaN.
static inline lanes lesser(lanes a, lanes b) { return (lanes)wasm_f32x4_pmin((v128_t)a, (v128_t)b); }

static inline words greater(words a, words b) { return (words)wasm_u32x4_max((v128_t)a, (v128_t)b); }

static inline lanes choose(words mask, lanes yes, lanes no) {
  return (lanes)wasm_v128_bitselect((v128_t)yes, (v128_t)no, (v128_t)mask);
}

static inline int everywhere(words mask) { return wasm_i32x4_all_true((v128_t)mask); }
