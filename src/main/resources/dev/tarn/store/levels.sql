CREATE TABLE kind_classes (
  -- Stationary points of networks with one hidden layer by kinds of units, for every number of
  -- hidden units at once: one row for each class without zero units.
  id INTEGER PRIMARY KEY,       -- in the order in which they were found
  units INTEGER NOT NULL,       -- the level: number of units, the sum of the multiplicities
  multiplicities TEXT NOT NULL, -- how many units each kind has, descending: a JSON array
  energy REAL NOT NULL,         -- nats per training example
  rms REAL NOT NULL,            -- root-mean-square gradient in the pattern's variables
  images INTEGER NOT NULL,      -- number of different points by symmetries of the data
  hits INTEGER NOT NULL,        -- number of searches that ended here
  coordinates BLOB NOT NULL,    -- doubles: of one unit of each kind incoming weights, bias and
                                -- weights to the outputs, which are centred below a softmax
  biases BLOB NOT NULL,         -- doubles: the output biases, centred in the same way
  eigenvalues BLOB NOT NULL,    -- doubles: of the pattern's Hessian, ascending
  blocks BLOB NOT NULL,         -- doubles: eigenvalues of the block of one unit of each kind
  zero_block BLOB NOT NULL      -- doubles: of a zero unit; empty where such a unit contributes
);

CREATE TABLE levels (
  -- How far each level is searched.
  units INTEGER PRIMARY KEY,
  quiet INTEGER NOT NULL,       -- searches since the last new class of the level
  below INTEGER NOT NULL,       -- how many classes one level below have given starting points
  before_that INTEGER NOT NULL, -- how many classes two levels below have
  parted INTEGER NOT NULL       -- how many classes of the level have let copies of a unit part
);

CREATE TABLE level_search (
  -- Where the search of the levels goes on: one row for each property.
  -- jobs, searches: how many are done (INTEGER); zero_cutoff: an eigenvalue of smaller magnitude
  -- makes a class degenerate (REAL); max_index: the largest index kept (INTEGER); weights: how
  -- much each way of making starting points pays (BLOB).
  key TEXT PRIMARY KEY NOT NULL,
  value NOT NULL
);

CREATE TABLE earlier_points (
  -- Points of networks with fewer hidden units, whose landscapes this file has held before.
  units INTEGER NOT NULL,   -- the number of hidden units
  coordinates BLOB NOT NULL -- doubles: the parameters of that network
);
