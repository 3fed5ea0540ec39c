// A trajectory in registers: what a thread reads of a cell, moves, and writes back.

struct Carry { displacement: Vector, origin: Vector, states: States }

fn load_carry(cell: u32) -> Carry {
  return Carry(load_vector(DISPLACEMENT, cell), load_vector(ORIGIN, cell), load_states(cell));
}

fn store_carry(cell: u32, carry: Carry) {
  for (var i = 0u; i < PARAMETERS; i++) {
    values[(DISPLACEMENT + i) * run.cells + cell] = carry.displacement[i];
    values[(ORIGIN + i) * run.cells + cell] = carry.origin[i];
  }
  store_states(cell, carry.states);
}

fn position(carry: Carry) -> Vector {
  return add(carry.origin, carry.displacement);
}

fn moved(carry: Carry, update: Update) -> Carry {
  return Carry(subtract(carry.displacement, scaled(update.u, update.eta)), carry.origin, update.states);
}

// After every second update, counted from the start of the run: a position that has come close to 0, where the sum is exact (Sterbenz), becomes
// the new origin. The displacement's last digit is far coarser than its own there.
fn renewed(carry: Carry) -> Carry {
  return Carry(
    displacement_from_nearer(carry.origin, carry.displacement),
    nearer_origin(carry.origin, carry.displacement),
    carry.states,
  );
}

// Whether a trajectory is still inside its bounds.
fn inside(theta: Vector, loss: f32, limits: Limits) -> bool {
  return within(square_norm(theta), loss, limits);
}
