from __future__ import annotations

import os
import subprocess
import sys
import sysconfig

import pytest
from here import ROOT


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder with the package as its wheel installs it, and nothing of the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder / "dist", ROOT)
    (wheel,) = (folder / "dist").iterdir()
    run(
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--no-index",
        "--target",
        folder / "site",
        wheel,
    )
    return folder / "site"


def run(*arguments, **options):
    done = subprocess.run([*map(str, arguments)], capture_output=True, text=True, check=False, **options)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_builds_the_samples_the_same_from_anywhere(installed, built, samples, tmp_path):
    packages = sysconfig.get_paths()["purelib"]
    code = f"import sys; sys.path[:0] = [{str(installed)!r}, {packages!r}]; from kg.cli import main; main()"
    run(
        sys.executable, "-S", "-c", code, "build", samples, "-o", "out", "--no-page",
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": ""},
    )  # fmt: skip
    for name in ("graph.trig", "manifest.json"):
        assert (tmp_path / "out" / name).read_bytes() == (built / name).read_bytes()


def test_the_wheel_carries_the_data_and_the_licences(installed):
    (info,) = installed.glob("policykg-*.dist-info")
    assert (installed / "kg/ontology/policy.ttl").exists()
    assert sorted(path.name for path in (info / "licenses").rglob("LICENSE")) == ["LICENSE", "LICENSE"]
    assert not (installed / "tests").exists()
