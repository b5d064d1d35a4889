CREATE TABLE search_methods (
  -- What searches for transition states in each way have cost in the first jobs, where it is not
  -- plain which one is cheaper: the further jobs search in the way that has cost less for each
  -- transition state found.
  method TEXT PRIMARY KEY,    -- 'full': with the whole Hessian; 'hybrid': with its products
  searches INTEGER NOT NULL,
  found INTEGER NOT NULL,     -- how many of them ended in a transition state
  work REAL NOT NULL          -- in multiplications, counted in evaluations and not by the clock
);
