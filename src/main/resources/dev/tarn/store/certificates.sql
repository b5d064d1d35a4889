CREATE TABLE certificates (
  -- What "certify" has proven of the points by interval arithmetic, or why it has not. A row counts
  -- only as long as what the point was said to be is what it is still said to be.
  point INTEGER PRIMARY KEY REFERENCES stationary_points (id),
  reason TEXT NOT NULL,       -- why it could not be proven; '' if it was
  idx INTEGER NOT NULL,       -- as the point had it, and so are orbit, energy and coordinates
  orbit NOT NULL,
  energy REAL NOT NULL,
  coordinates BLOB NOT NULL,
  energy_low REAL,            -- the energy is not below; NULL if not proven, and so are the others
  energy_high REAL,           -- nor above
  least_eigenvalue REAL,      -- no eigenvalue has a smaller magnitude
  radius REAL,                -- half the width of the box that holds the point
  uniqueness REAL,            -- half the width of a box that holds no other
  version TEXT NOT NULL       -- of Tarn
);
