PRAGMA application_id = 1415672430;
PRAGMA user_version = 2;
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
CREATE TABLE connections (
  -- The two minima that the steepest-descent paths from a transition state lead to.
  transition_state INTEGER PRIMARY KEY REFERENCES stationary_points (id),
  minus INTEGER NOT NULL REFERENCES stationary_points (id), -- against the downhill eigenvector
  plus INTEGER NOT NULL REFERENCES stationary_points (id),  -- along the downhill eigenvector
  minus_length REAL NOT NULL,  -- arc length of the path to minus
  plus_length REAL NOT NULL,   -- arc length of the path to plus
  saddles INTEGER NOT NULL     -- saddles that the paths ran into: 0 but where symmetry confines
);
INSERT INTO "connections" VALUES(1,2,2,2.59580550116612940314e+00,2.59580550116612940314e+00,0);
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
INSERT INTO "potential" VALUES('kind','dense');
INSERT INTO "potential" VALUES('architecture','{"inputs":2,"hidden":[{"units":1,"activation":"tanh"}],"outputs":1,"output":"logistic"}');
INSERT INTO "potential" VALUES('penalty','{"links":[0.01,0.01],"biases":[0.01,0.01]}');
INSERT INTO "potential" VALUES('training','{"name":"two moons, 12 examples, noise 0.2, seed 1","examples":8,"inputs":["x1","x2"],"outputs":["0","1"],"classes":true,"means":[0.5858011970403267,0.30257288204414406],"deviations":[1.131376420165805,0.4121577350720509]}');
INSERT INTO "potential" VALUES('training_inputs',X'3CDA49C119B1E33F6DC19C911301D53F8B165B3A392AE5BF3D7F70FECD15FC3F000D55D0A2B4F2BF32EDA271D645E33F5441F747C0FFF5BF4C1450E59C7EDABFB9170B98CE29E3BFF305B34AEB99B73F5AF5322B653BE83FE3AA557997A2FDBFAA3EB193453FF13F4B6DF5D9B436EBBF00BF8FF7E1A8F53F3840403DF1ABD53F');
INSERT INTO "potential" VALUES('training_labels',X'0000000000000000000000000000000000000000000000000000000000000000000000000000F03F000000000000F03F000000000000F03F000000000000F03F');
INSERT INTO "potential" VALUES('test','{"name":"two moons, 12 examples, noise 0.2, seed 1","examples":4,"inputs":["x1","x2"],"outputs":["0","1"],"classes":true,"means":[0.5858011970403267,0.30257288204414406],"deviations":[1.131376420165805,0.4121577350720509]}');
INSERT INTO "potential" VALUES('test_inputs',X'78FFCCFE85A4C73F586CB1BF228DEC3FDF3A9393AD36D7BF80B0F9BA9BFB0140D1702E9B19C7D7BF7D32A24D3BEAF1BF9809B1E5B54EC73F1C87A1C79891FBBF');
INSERT INTO "potential" VALUES('test_labels',X'00000000000000000000000000000000000000000000F03F000000000000F03F');
INSERT INTO "potential" VALUES('dimension',5);
INSERT INTO "potential" VALUES('parameters','["link[1][0][0]","link[1][0][1]","bias[1][0]","link[2][0][0]","bias[2][0]"]');
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
  status TEXT NOT NULL,          -- 'running' (or killed), 'done', 'incomplete', 'out-of-time', 'interrupted', 'failed'
  first_job INTEGER NOT NULL,    -- number of the run's first job
  jobs INTEGER NOT NULL,         -- number of jobs merged
  searches INTEGER NOT NULL,     -- number of quenches and saddle searches
  quiet INTEGER NOT NULL,        -- searches since the last new point, those of the run before included
  degenerate INTEGER NOT NULL,   -- searches that ended in a degenerate point
  failed_paths INTEGER NOT NULL, -- transition states dropped since no path led to a minimum
  last_point INTEGER NOT NULL    -- the highest id of a point that the run knew
);
INSERT INTO "runs" VALUES(1,'0.1.0','17.0.15',1,2,'low','explore',1,1.0e-09,'{"seed":1,"threads":2,"effort":"low","goal":"explore","maxIndex":1,"zeroCutoff":1.0E-9,"saddle":{"method":"AUTOMATIC","tolerance":1.0E-10,"maxSteps":300,"maxStep":1.0},"band":{"images":15,"maxIterations":60,"tolerance":1.0E-4,"springConstant":1.0,"maxStep":0.3},"path":{"maxStep":0.2,"accuracy":0.1,"maxPushoff":0.05,"maxSteps":20000},"options":{"lambda":"1e-2","layers":"2-1-1","data":"moons","examples":"12","standardise":"true","test-share":"0.25","effort":"low"}}','2026-11-26T10:57:50.288Z','2026-11-26T10:57:53.396Z','done',0,76,1024,1023,0,0,2);
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
INSERT INTO "stationary_points" VALUES(1,1,6.93147180559945286226e-01,0.0,1.99999999999999900079e-02,1,494,1,0,'known-points',X'00000000000000000000000000000000000000000000000000000000000000000000000000000000',X'B8DE9B3A2748DABF7814AE47E17A943F7B14AE47E17A943F48E17A14AE47D13F48A1916383D7DC3F',6.93147180559945286226e-01,0.5);
INSERT INTO "stationary_points" VALUES(2,0,4.53564437027861089291e-01,1.87639033241565068629e-17,4.10210234740835746891e-02,2,272,1,0,'known-points',X'91C872EB734BE23F7FCB523F77B6E9BF443C817B25C5BCBFD8D8631D15C20140F40258BA5E6ACD3F',X'E50D8A24B500A53FB5B259A602A4AD3F295C30B453F7BD3F453F4417A8EFDE3FC9D45F6006DBE73F',1.85749272974198187391e-01,1.0);
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
