CREATE TABLE branches (
  -- Further minima that the paths from a transition state lead to. A path that symmetry leads into a
  -- saddle has several ways on, with ends that need not be equivalent: one is in the connections.
  transition_state INTEGER NOT NULL REFERENCES connections (transition_state),
  side TEXT NOT NULL,         -- 'minus' or 'plus'
  number INTEGER NOT NULL,    -- counts the branches of a side, from 1
  minimum INTEGER NOT NULL REFERENCES stationary_points (id),
  parts_from INTEGER NOT NULL REFERENCES stationary_points (id), -- another minimum of the side
  barrier REAL NOT NULL,      -- energy of the saddle where the paths to the two part
  length REAL NOT NULL,       -- arc length of the path to the minimum
  saddles INTEGER NOT NULL,   -- saddles that this path ran into
  PRIMARY KEY (transition_state, side, number)
);
