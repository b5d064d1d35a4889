PRAGMA application_id = 1415672430;
PRAGMA user_version = 4;
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
INSERT INTO "connections" VALUES(5,1,2,4.1366803773048821391e-01,2.49396499630878931696e+00,0);
INSERT INTO "connections" VALUES(6,3,1,2.26612248563982765503e+00,0.654742370906755,0);
INSERT INTO "connections" VALUES(7,4,1,1.00566677110701907515e+00,1.60410572023578179567e+00,0);
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
CREATE TABLE earlier_points (
  -- Points of networks with fewer hidden units, whose landscapes this file has held before.
  units INTEGER NOT NULL,   -- the number of hidden units
  coordinates BLOB NOT NULL -- doubles: the parameters of that network
);
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
INSERT INTO "kind_classes" VALUES(1,0,'[]',6.93147180559945286226e-01,0.0,1,597,X'',X'0000000000000000',X'A5703D0AD7A3E03F',X'',X'7B14AE47E17A943F7B14AE47E17A943F7B14AE47E17A943F7B14AE47E17A943F');
INSERT INTO "kind_classes" VALUES(2,1,'[1]',6.3810804286170541566e-01,2.91748308898786122486e-17,1,57,X'2593E61301B8FA3F2493E61301B8FA3F2AC59412DD4BCCBF24F5D956EC20F53F',X'168B9715056BEBBF',X'ABC5D370D8D5A73F71A6FDE5B4DDA83F095C171C139BB73F66E293BE2365D33F536D30988BFEE73F',X'8267912B655884BFD82247266BA6AC3F8EF4832FF786B53F191F48A619ACCC3F',X'0E60A18519B2BDBF7614AE47E17A943F7A14AE47E17A943F2535BC14C5F7C33F');
INSERT INTO "kind_classes" VALUES(3,1,'[1]',6.94990594279913720399e-01,1.40408158083890371777e-17,2,101,X'3AC6FB8AB771D23F1B5FA217E3AED9BF2F884279A16BD4BF0B0EBB293142D13F',X'CB33760AE7A1B63F',X'BFE8E95F20AA9ABF74832C771B7BA13FD0DD0C55875BAD3F97C36B18519AB63F48F6E97D36BFE33F',X'E2E774D6715BA6BFD49BBB9F53D5A03FA05A3407C193A93FE69BB94D2BB0B43F',X'737170ED9D6E763F7914AE47E17A943F7A14AE47E17A943F4C06008A0DADA13F');
INSERT INTO "kind_classes" VALUES(4,1,'[1]',6.9389864363913045242e-01,1.02412063721891565004e-17,1,120,X'3B087CBB674ECF3F3B087CBB674ECF3F64BDDC0883EBBC3FC85021E29FA7C73F',X'A2B53911DD69AEBF',X'1069B20754309CBF1AB15DDC836F9C3F40870200DA09A63F34FC7581D5F4A93FB7843AFE3FEFE23F',X'5D15533D2428A4BF87EE9F2677849C3F922050144256A43FB4B48CB87AD5A73F',X'7BB0EE6A3BCE883F7814AE47E17A943F7A14AE47E17A943FB6D0E4D9A48E9C3F');
INSERT INTO "kind_classes" VALUES(5,1,'[1]',6.99517733901736882273e-01,5.3208242014271028052e-17,1,42,X'25B90A8F67EEEF3F24B90A8F67EEEF3FF476996D6A0CFEBF89553EB5B84CEFBF',X'1D20B8A56A2BE1BF',X'4C49E15D87228C3F920E88C8771FAE3F10025D6A2150C43FE7267810D3DAD93FD6FE73D81F7BF03F',X'BA984432FE4FA0BF064BCC845203B03F5AD6CCD8C884C03FAC681C1C0BC8D83F',X'E7474FE15F4AAFBF7B14AE47E17A943F7E14AE47E17A943F32AE7E94A0E2B93F');
INSERT INTO "kind_classes" VALUES(6,1,'[1]',0.701725205717342,4.51361581140566627424e-17,1,38,X'86B6B9CDBE0BE33F85B6B9CDBE0BE33F652FD590B7F9F2BF69BAD8B19E5AE3BF',X'04CEBD8A2892D1BF',X'A88E89FAF55C87BF490743E889B9AC3FC0AB5A2AC157BF3F461B61F149E7CE3F8F249D65774AEA3F',X'BD390BB18959A5BFDC89669C0E8BAC3F70D95EA5F04DB93FC10EEC82073CCC3F',X'78BB586A061395BF7B14AE47E17A943F7B14AE47E17A943F3672DA7C6404AF3F');
INSERT INTO "kind_classes" VALUES(7,1,'[1]',6.54150272460372494975e-01,3.349409190597e-17,2,69,X'51C07E38B806FB3FE17C01278FB5F7BF9C181BFBFBA4F23FEAACE55ED87DF3BF',X'2F941B30F998E73F',X'33733A78D2C5A53FF9F5F365D03EAC3FEC03A46EA310B63F0B4B9D9E7F78DA3F321201BB6463E93F',X'37EC857AB62D8FBF550F891323F9AF3FBF96B1100E1BB33F11234247A347D43F',X'9CF8DEA033AEBABF7B14AE47E17A943F7D14AE47E17A943F6C015B22D275C23F');
CREATE TABLE level_search (
  -- Where the search of the levels goes on: one row for each property.
  -- jobs, searches: how many are done (INTEGER); zero_cutoff: an eigenvalue of smaller magnitude
  -- makes a class degenerate (REAL); max_index: the largest index kept (INTEGER); weights: how
  -- much each way of making starting points pays (BLOB).
  key TEXT PRIMARY KEY NOT NULL,
  value NOT NULL
);
INSERT INTO "level_search" VALUES('jobs',35);
INSERT INTO "level_search" VALUES('searches',1025);
INSERT INTO "level_search" VALUES('zero_cutoff',1.0e-09);
INSERT INTO "level_search" VALUES('max_index',2147483647);
INSERT INTO "level_search" VALUES('weights',X'75E16B13A548FC3FF442ABD2479FEE3F58DB08E0C6FDF43F000000000000F03F000000000000F03F535C884AC6C2EF3FF25E8B56B5BEEE3F');
CREATE TABLE levels (
  -- How far each level is searched.
  units INTEGER PRIMARY KEY,
  quiet INTEGER NOT NULL,       -- searches since the last new class of the level
  below INTEGER NOT NULL,       -- how many classes one level below have given starting points
  before_that INTEGER NOT NULL, -- how many classes two levels below have
  parted INTEGER NOT NULL       -- how many classes of the level have let copies of a unit part
);
INSERT INTO "levels" VALUES(0,1,1,0,0);
INSERT INTO "levels" VALUES(1,1002,1,0,6);
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
INSERT INTO "runs" VALUES(1,'0.1.0','17.0.15',1,1,'normal','enumerate',2147483647,1.0e-09,'{"seed":1,"threads":1,"effort":"normal","goal":"enumerate","maxIndex":2147483647,"zeroCutoff":1.0E-9,"tolerances":{"gradient":1.0E-12,"step":1.0E-7,"zeroCutoff":1.0E-9,"energy":1.0E-11,"distance":1.0E-5},"saddle":{"method":"AUTOMATIC","tolerance":1.0E-10,"maxSteps":300,"maxStep":1.0},"band":{"images":15,"maxIterations":60,"tolerance":1.0E-4,"springConstant":1.0,"maxStep":0.3},"path":{"maxStep":0.2,"accuracy":0.1,"maxPushoff":0.05,"maxSteps":20000},"options":{"hidden":"1","lambda":"1e-2","seed":"1"}}','2026-11-26T16:48:10.606Z','2026-11-26T16:48:12.864Z','done',0,0,1025,1002,0,0,7);
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
INSERT INTO "stationary_points" VALUES(1,0,6.93147180559945286226e-01,0.0,0.02,1,597,1,0,'kinds',X'0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000',X'7B14AE47E17A943F7B14AE47E17A943F7B14AE47E17A943F7B14AE47E17A943F7B14AE47E17A943F8414AE47E17A943FA4703D0AD7A3E03F',NULL,NULL);
INSERT INTO "stationary_points" VALUES(2,0,6.38108042861705526682e-01,2.13090749434650336734e-17,1.99999999999999761302e-02,2,57,1,0,'kinds',X'3FF5475F5FE1ED3F3FF5475F5FE1EDBF2293E61301B8FABF2493E61301B8FABF31C59412DD4BCC3F1D647F503263E33F1D647F503263E3BF',X'7414AE47E17A943F9514AE47E17A943FAFC5D370D8D5A73F81A6FDE5B4DDA83F105C171C139BB73F69E293BE2365D33F546D30988BFEE73F',NULL,NULL);
INSERT INTO "stationary_points" VALUES(3,0,6.54150272460372494975e-01,2.88343038527157727573e-17,1.9999999999999983069e-02,4,69,1,1,'kinds',X'BBB2C6EDB490EB3FBBB2C6EDB490EBBF51C07E38B806FB3FE17C01278FB5F7BF9C181BFBFBA4F23FCD4AE7FD9CAFE0BFCD4AE7FD9CAFE03F',X'7614AE47E17A943F8B14AE47E17A943F30733A78D2C5A53FF3F5F365D03EAC3FEA03A46EA310B63FFD4A9D9E7F78DA3F2E1201BB6463E93F',NULL,NULL);
INSERT INTO "stationary_points" VALUES(4,0,6.99517733901736882273e-01,2.30137075393446730725e-17,1.37377334141647444026e-02,2,42,1,2,'kinds',X'1B113687D921E63F1B113687D921E6BF1DB90A8F67EEEF3F1AB90A8F67EEEF3FED76996D6A0CFEBF8DD210C90E48D83F8DD210C90E48D8BF',X'C749E15D87228C3F7E14AE47E17A943F8814AE47E17A943FA00E88C8771FAE3F14025D6A2150C43FEB267810D3DAD93FD6FE73D81F7BF03F',NULL,NULL);
INSERT INTO "stationary_points" VALUES(5,1,6.9389864363913045242e-01,8.59914599116086731701e-18,1.99999999999999900079e-02,2,120,1,0,'kinds',X'BA554B22F9B9C03FBA554B22F9B9C0BF3B087CBB674ECFBF3B087CBB674ECFBF64BDDC0883EBBCBF1BB04BD96F81A53F1BB04BD96F81A5BF',X'0B69B20754309CBF7814AE47E17A943F7914AE47E17A943F21B15DDC836F9C3F3E870200DA09A63F33FC7581D5F4A93FB5843AFE3FEFE23F',NULL,NULL);
INSERT INTO "stationary_points" VALUES(6,1,6.94990594279913720399e-01,1.2034713882866434235e-17,2.00000000000000108246e-02,4,101,1,1,'kinds',X'443537614468C83F443537614468C8BF1B5FA217E3AED93F3AC6FB8AB771D2BF2F884279A16BD43F90634862E800B0BF90634862E800B03F',X'C2E8E95F20AA9ABF7E14AE47E17A943F8014AE47E17A943F71832C771B7BA13FD2DD0C55875BAD3F94C36B18519AB63F46F6E97D36BFE33F',NULL,NULL);
INSERT INTO "stationary_points" VALUES(7,1,7.01725205717341871114e-01,3.80179034841320528433e-17,1.14077775080610021446e-02,2,38,1,2,'kinds',X'342F5702E45EDB3F342F5702E45EDBBF8FB6B9CDBE0BE33F8EB6B9CDBE0BE33F6E2FD590B7F9F2BFC03B10485BD9C83FC03B10485BD9C8BF',X'878E89FAF55C87BF6714AE47E17A943F8014AE47E17A943F450743E889B9AC3FD4AB5A2AC157BF3F5B1B61F149E7CE3F9A249D65774AEA3F',NULL,NULL);
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
