PRAGMA application_id = 1415672430;
PRAGMA user_version = 3;
BEGIN TRANSACTION;
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
CREATE TABLE connections (
  -- The two minima that the steepest-descent paths from a transition state lead to.
  transition_state INTEGER PRIMARY KEY REFERENCES stationary_points (id),
  minus INTEGER NOT NULL REFERENCES stationary_points (id), -- against the downhill eigenvector
  plus INTEGER NOT NULL REFERENCES stationary_points (id),  -- along the downhill eigenvector
  minus_length REAL NOT NULL,  -- arc length of the path to minus
  plus_length REAL NOT NULL,   -- arc length of the path to plus
  saddles INTEGER NOT NULL     -- saddles that the paths ran into: 0 but where symmetry confines
);
INSERT INTO "connections" VALUES(2,1,3,4.13668037730488435954e-01,2.49396499630878842879e+00,0);
INSERT INTO "connections" VALUES(4,5,1,2.26612248563982676685e+00,6.54742370906755466464e-01,0);
INSERT INTO "connections" VALUES(6,1,7,1.6041057202357809075e+00,1.00566677110701752084e+00,0);
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
CREATE TABLE potential (
  -- What landscape this is: one row for each property.
  -- kind: 'xor'; hidden: number of hidden units (INTEGER); lambda: regularisation (REAL);
  -- regularise: 'all' or 'links'; dimension: number of parameters n (INTEGER);
  -- parameters: the names of the n parameters in their order, a JSON array (TEXT).
  key TEXT PRIMARY KEY NOT NULL,
  value NOT NULL
);
INSERT INTO "potential" VALUES('kind','xor');
INSERT INTO "potential" VALUES('hidden',1);
INSERT INTO "potential" VALUES('lambda',0.01);
INSERT INTO "potential" VALUES('regularise','all');
INSERT INTO "potential" VALUES('dimension',7);
INSERT INTO "potential" VALUES('parameters','["output[0][0]","output[1][0]","hidden[0][0]","hidden[0][1]","hiddenBias[0]","outputBias[0]","outputBias[1]"]');
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
  status TEXT NOT NULL,          -- 'running' (or killed), 'done', 'incomplete', 'out-of-time', 'limit', 'interrupted', 'failed'
  first_job INTEGER NOT NULL,    -- number of the run's first job
  jobs INTEGER NOT NULL,         -- number of jobs merged
  searches INTEGER NOT NULL,     -- number of quenches and saddle searches
  quiet INTEGER NOT NULL,        -- searches since the last new point, those of the run before included
  degenerate INTEGER NOT NULL,   -- searches that ended in a degenerate point
  failed_paths INTEGER NOT NULL, -- transition states dropped since no path led to a minimum
  last_point INTEGER NOT NULL    -- the highest id of a point that the run knew
);
INSERT INTO "runs" VALUES(1,'0.1.0','17.0.15',1,2,'low','enumerate',2147483647,1.0e-09,'{"seed":1,"threads":2,"effort":"low","goal":"enumerate","maxIndex":2147483647,"zeroCutoff":1.0E-9,"tolerances":{"gradient":1.0E-12,"step":1.0E-7,"zeroCutoff":1.0E-9,"energy":1.0E-11,"distance":1.0E-5},"saddle":{"method":"AUTOMATIC","tolerance":1.0E-10,"maxSteps":300,"maxStep":1.0},"band":{"images":15,"maxIterations":60,"tolerance":1.0E-4,"springConstant":1.0,"maxStep":0.3},"path":{"maxStep":0.2,"accuracy":0.1,"maxPushoff":0.05,"maxSteps":20000},"options":{"hidden":"1","lambda":"1e-2","effort":"low"}}','2026-11-26T12:45:27.066Z','2026-11-26T12:45:28.149Z','done',0,25,1153,1104,0,0,7);
CREATE TABLE stationary_points (
  -- One row for each class: a point and all its symmetry copies.
  id INTEGER PRIMARY KEY,
  idx INTEGER NOT NULL,              -- index: number of negative Hessian eigenvalues
  energy REAL NOT NULL,              -- nats per training example
  rms REAL NOT NULL,                 -- root-mean-square gradient
  smallest_eigenvalue REAL NOT NULL, -- smallest magnitude of an eigenvalue
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
INSERT INTO "stationary_points" VALUES(1,0,6.93147180559945286226e-01,0.0,0.02,1,942,1,0,'known-points',X'0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000',X'7B14AE47E17A943F7B14AE47E17A943F7B14AE47E17A943F7B14AE47E17A943F7B14AE47E17A943F8414AE47E17A943FA4703D0AD7A3E03F',NULL,NULL);
INSERT INTO "stationary_points" VALUES(2,1,6.9389864363913045242e-01,7.67084667079688363759e-18,1.99999999999999310273e-02,2,85,1,1,'any-index',X'BA554B22F9B9C03FBA554B22F9B9C0BF41087CBB674ECFBF42087CBB674ECFBF72BDDC0883EBBCBF21B04BD96F81A53F21B04BD96F81A5BF',X'1569B20754309CBF6714AE47E17A943F7814AE47E17A943F1CB15DDC836F9C3F3F870200DA09A63F3BFC7581D5F4A93FB5843AFE3FEFE23F',NULL,NULL);
INSERT INTO "stationary_points" VALUES(3,0,6.38108042861705526682e-01,1.84782078353314828771e-17,1.9999999999999983069e-02,2,18,1,1,'any-index',X'3FF5475F5FE1ED3F3FF5475F5FE1EDBF2393E61301B8FABF2393E61301B8FABF29C59412DD4BCC3F1D647F503263E33F1D647F503263E3BF',X'7614AE47E17A943F7914AE47E17A943FABC5D370D8D5A73F7CA6FDE5B4DDA83F0C5C171C139BB73F64E293BE2365D33F596D30988BFEE73F',NULL,NULL);
INSERT INTO "stationary_points" VALUES(4,1,6.94990594279913720399e-01,4.70527326081235894132e-18,1.99999999999999761302e-02,4,64,1,1,'any-index',X'4C3537614468C83F4C3537614468C8BF1E5FA217E3AED93F41C6FB8AB771D2BF32884279A16BD43F97634862E800B0BF97634862E800B03F',X'DFE8E95F20AA9ABF7414AE47E17A943F7814AE47E17A943F74832C771B7BA13FD2DD0C55875BAD3FA0C36B18519AB63F46F6E97D36BFE33F',NULL,NULL);
INSERT INTO "stationary_points" VALUES(5,0,6.54150272460372494975e-01,2.54782567315141850032e-17,1.99999999999999865385e-02,4,24,1,1,'any-index',X'B9B2C6EDB490EB3FB9B2C6EDB490EBBF51C07E38B806FB3FE07C01278FB5F7BF9B181BFBFBA4F23FCA4AE7FD9CAFE0BFCA4AE7FD9CAFE03F',X'7714AE47E17A943F8D14AE47E17A943F37733A78D2C5A53FF7F5F365D03EAC3FEF03A46EA310B63F074B9D9E7F78DA3F301201BB6463E93F',NULL,NULL);
INSERT INTO "stationary_points" VALUES(6,1,7.01725205717341760092e-01,1.14342398196706919932e-17,1.14077775080609726543e-02,2,5,1,1,'any-index',X'372F5702E45EDB3F372F5702E45EDBBF8BB6B9CDBE0BE33F8BB6B9CDBE0BE33F6B2FD590B7F9F2BFBE3B10485BD9C83FBE3B10485BD9C8BF',X'768E89FAF55C87BF6414AE47E17A943F7E14AE47E17A943F490743E889B9AC3FDAAB5A2AC157BF3F571B61F149E7CE3F9D249D65774AEA3F',NULL,NULL);
INSERT INTO "stationary_points" VALUES(7,0,0.699517733901737,3.69535074341311667832e-17,1.37377334141647773624e-02,2,6,1,1,'any-index',X'17113687D921E63F17113687D921E6BF1FB90A8F67EEEF3F1FB90A8F67EEEF3FF076996D6A0CFEBF8BD210C90E48D83F8BD210C90E48D8BF',X'DA49E15D87228C3F7C14AE47E17A943F9314AE47E17A943F9F0E88C8771FAE3F09025D6A2150C43FE5267810D3DAD93FD5FE73D81F7BF03F',NULL,NULL);
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
COMMIT;
