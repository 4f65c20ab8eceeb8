#!/usr/bin/env python3
"""Makes a Git repository of a folder or a tar.gz of pattern files.

One commit on branch `main`, with a fixed author and date, so that the same files always give the same commit.
Line endings and every other byte are kept as they are.
"""
import argparse
import pathlib
import shutil
import tarfile
import tempfile

from benchlib import git


def copy(source, out):
    for path in sorted(source.rglob("*")):
        if path.is_file() and not path.is_symlink() and ".git" not in path.relative_to(source).parts:
            target = out / path.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)


def unpack(archive, folder):
    with tarfile.open(archive) as members:
        if hasattr(tarfile, "data_filter"):
            members.extractall(folder, filter="data")
        else:
            members.extractall(folder)
    entries = list(pathlib.Path(folder).iterdir())
    return entries[0] if len(entries) == 1 and entries[0].is_dir() else pathlib.Path(folder)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=pathlib.Path, help="a tar.gz or a folder; a tar.gz that holds one folder is taken from inside it")
    parser.add_argument("out", type=pathlib.Path, help="the repository to make; must not exist or be empty")
    parser.add_argument("--subdir", default=".", help="take only this folder of the source, such as masked")
    arguments = parser.parse_args()
    if arguments.out.exists() and any(arguments.out.iterdir()):
        parser.error(f"{arguments.out} is not empty")
    arguments.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        source = arguments.source if arguments.source.is_dir() else unpack(arguments.source, folder)
        if not (source / arguments.subdir).is_dir():
            parser.error(f"{arguments.source} holds no folder {arguments.subdir}; it has {sorted(p.name for p in source.iterdir())}")
        copy(source / arguments.subdir, arguments.out)
    git(arguments.out, "init", "-q", "-b", "main")
    (arguments.out / ".git" / "info" / "attributes").write_text("* -text\n")
    git(arguments.out, "config", "core.autocrlf", "false")
    git(arguments.out, "add", "-A", "-f")
    git(arguments.out, "commit", "-q", "-m", "Import the library")
    files = len(git(arguments.out, "ls-files").splitlines())
    print(f"{files} files, commit {git(arguments.out, 'rev-parse', 'HEAD')}, in {arguments.out}")


if __name__ == "__main__":
    main()
