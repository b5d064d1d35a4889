CREATE TABLE potential (
  -- What landscape this is: one row for each property.
  -- kind: 'xor'; hidden: number of hidden units (INTEGER); lambda: regularisation (REAL);
  -- regularise: 'all' or 'links'; dimension: number of parameters n (INTEGER);
  -- parameters: the names of the n parameters in their order, a JSON array (TEXT).
  key TEXT PRIMARY KEY NOT NULL,
  value NOT NULL
);

CREATE TABLE runs (
  -- One row for each run of an exploration that has written to this file.
  id INTEGER PRIMARY KEY,
  version TEXT NOT NULL,         -- version of Tarn
  java TEXT NOT NULL,            -- version of Java
  seed INTEGER NOT NULL,         -- seed of the random streams
  threads INTEGER NOT NULL,      -- number of worker threads
  effort TEXT NOT NULL,          -- 'low', 'normal' or 'high'
  goal TEXT NOT NULL,            -- 'explore' or 'enumerate'
  max_index INTEGER NOT NULL,    -- the largest index kept; 2147483647 for every index
  zero_cutoff REAL NOT NULL,     -- an eigenvalue of smaller magnitude makes a point degenerate
  configuration TEXT NOT NULL,   -- all settings, as JSON
  started TEXT NOT NULL,         -- UTC, ISO 8601
  finished TEXT,                 -- UTC, ISO 8601; NULL while running or when killed
  status TEXT NOT NULL,          -- 'running' (or killed), 'done', 'incomplete', 'nothing-found', 'out-of-time', 'limit', 'interrupted', 'failed'
  first_job INTEGER NOT NULL,    -- number of the run's first job
  jobs INTEGER NOT NULL,         -- number of jobs merged
  searches INTEGER NOT NULL,     -- number of quenches and saddle searches
  quiet INTEGER NOT NULL,        -- searches since the last new point, those of the run before included
  degenerate INTEGER NOT NULL,   -- searches that ended in a degenerate point
  failed_paths INTEGER NOT NULL, -- transition states dropped since no path led to a minimum
  unconverged INTEGER NOT NULL DEFAULT 0, -- searches that stopped away from any stationary point
  not_finite INTEGER NOT NULL DEFAULT 0,  -- searches that met numbers that are not finite
  last_point INTEGER NOT NULL    -- the highest id of a point that the run knew
);

CREATE TABLE stationary_points (
  -- One row for each class: a point and all its symmetry copies.
  id INTEGER PRIMARY KEY,
  idx INTEGER NOT NULL,              -- index: number of negative Hessian eigenvalues
  energy REAL NOT NULL,              -- nats per training example
  rms REAL NOT NULL,                 -- root-mean-square gradient; -1 where it is not known
  smallest_eigenvalue REAL NOT NULL, -- smallest magnitude of an eigenvalue; -1 where none is known
  orbit NOT NULL,                    -- number of symmetry copies: INTEGER, beyond 64 bits TEXT
  hits INTEGER NOT NULL,             -- number of searches that ended here
  run INTEGER NOT NULL REFERENCES runs (id), -- the run that found it
  job INTEGER NOT NULL,              -- the job within the seed's sequence that found it
  method TEXT NOT NULL,              -- what that job did
  coordinates BLOB NOT NULL,         -- n little-endian IEEE 754 doubles: the canonical copy
  eigenvalues BLOB NOT NULL,         -- n little-endian IEEE 754 doubles: ascending
  test_energy REAL,                  -- mean loss on the test data; NULL where there are none
  test_accuracy REAL                 -- share of them answered rightly; NULL without classes
);

CREATE TABLE connections (
  -- The two minima that the steepest-descent paths from a transition state lead to.
  transition_state INTEGER PRIMARY KEY REFERENCES stationary_points (id),
  minus INTEGER NOT NULL REFERENCES stationary_points (id), -- against the downhill eigenvector
  plus INTEGER NOT NULL REFERENCES stationary_points (id),  -- along the downhill eigenvector
  minus_length REAL NOT NULL,  -- arc length of the path to minus
  plus_length REAL NOT NULL,   -- arc length of the path to plus
  saddles INTEGER NOT NULL     -- saddles that the paths ran into: 0 but where symmetry confines
);

CREATE TABLE degenerate_points (
  -- Points with an eigenvalue inside the cutoff: put aside, in no count.
  id INTEGER PRIMARY KEY,
  idx INTEGER NOT NULL,              -- number of negative eigenvalues, as rounding has it
  energy REAL NOT NULL,
  rms REAL NOT NULL,
  smallest_eigenvalue REAL NOT NULL, -- smallest magnitude of an eigenvalue
  run INTEGER NOT NULL REFERENCES runs (id),
  coordinates BLOB NOT NULL,         -- n little-endian IEEE 754 doubles
  eigenvalues BLOB NOT NULL          -- n little-endian IEEE 754 doubles: ascending
);

CREATE TABLE attempts (
  -- Pathway attempts: jobs that searched for transition states from minima.
  run INTEGER NOT NULL REFERENCES runs (id),
  job INTEGER NOT NULL,
  kind TEXT NOT NULL,          -- 'pair' (between two minima) or 'from-minimum'
  from_minimum INTEGER NOT NULL REFERENCES stationary_points (id),
  to_minimum INTEGER REFERENCES stationary_points (id), -- NULL for 'from-minimum'
  searches INTEGER NOT NULL,   -- number of searches
  converged INTEGER NOT NULL,  -- how many ended in a proper stationary point
  PRIMARY KEY (run, job)
);

CREATE VIEW minima AS
  SELECT * FROM stationary_points WHERE idx = 0;

CREATE VIEW transition_states AS
  SELECT
    s.*,
    c.minus,
    c.plus,
    s.energy - m.energy AS minus_barrier,
    s.energy - p.energy AS plus_barrier
  FROM stationary_points s
  LEFT JOIN connections c ON c.transition_state = s.id
  LEFT JOIN stationary_points m ON m.id = c.minus
  LEFT JOIN stationary_points p ON p.id = c.plus
  WHERE s.idx = 1;
