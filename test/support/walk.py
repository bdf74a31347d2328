"""What Python's tarfile makes of an image: a second opinion, which shares nothing with the readers under test.

    walk.py export FILE     the records of a `docker export`: a container's whole file tree
    walk.py layout FOLDER   an OCI layout's only image: its layers inflated, hashed, and stacked by the plainest means

Prints one JSON object. Paths are without leading slash; bytes that are not UTF-8 stand as lone surrogates.
"""
import gzip
import hashlib
import io
import json
import os
import subprocess
import sys
import tarfile

kinds = {
    tarfile.REGTYPE: "file", tarfile.AREGTYPE: "file", tarfile.CONTTYPE: "file", tarfile.GNUTYPE_SPARSE: "file",
    tarfile.DIRTYPE: "directory", tarfile.SYMTYPE: "symlink", tarfile.LNKTYPE: "hardlink",
    tarfile.CHRTYPE: "characterDevice", tarfile.BLKTYPE: "blockDevice", tarfile.FIFOTYPE: "fifo",
}


def records(stream):
    # errors="surrogateescape" is the default for names
    with tarfile.open(fileobj=stream, mode="r|") as tar:
        for record in tar:
            path = os.path.normpath("/" + record.name).lstrip("/")
            yield path, kinds[record.type], record


def node(kind, record):
    """Names of one file share the same object."""
    return {
        "type": kind,
        "bytes": record.size if kind == "file" else len(os.fsencode(record.linkname)) if kind == "symlink" else 0,
        "mode": record.mode & 0o7777, "uid": record.uid, "gid": record.gid,
        **({"target": record.linkname} if kind == "symlink" else {}),
    }


def add_link(tree, path, record):
    target = os.path.normpath("/" + record.linkname).lstrip("/")
    tree[path] = tree[target]


def of_export(file):
    tree = {}
    with open(file, "rb") as stream:
        for path, kind, record in records(stream):
            if kind == "hardlink":
                add_link(tree, path, record)
            else:
                tree[path] = node(kind, record)
    return tree


def inflated(blob):
    if blob[:2] == b"\x1f\x8b":
        return gzip.decompress(blob)
    if blob[:4] == b"\x28\xb5\x2f\xfd":
        return subprocess.run(["zstd", "-dcq"], input=blob, stdout=subprocess.PIPE, check=True).stdout
    return blob


def empty(tree, path):
    for known in [known for known in tree if known.startswith(path + "/")]:
        del tree[known]


def remove(tree, path):
    if tree.pop(path, {"type": ""})["type"] == "directory":
        empty(tree, path)


def apply(tree, layer):
    # Marks act on what lies below, wherever they stand in their layer: so they come first.
    for path, _, _ in records(io.BytesIO(layer)):
        folder, _, name = path.rpartition("/")
        if name == ".wh..wh..opq":
            empty(tree, folder)
        elif name.startswith(".wh.") and not name.startswith(".wh..wh."):
            remove(tree, f"{folder}/{name[4:]}".lstrip("/"))
    for path, kind, record in records(io.BytesIO(layer)):
        if path.rpartition("/")[2].startswith(".wh."):
            continue
        if kind == "hardlink":
            add_link(tree, path, record)
            continue
        if kind != "directory" or tree.get(path, {"type": ""})["type"] != "directory":
            remove(tree, path)
        tree[path] = node(kind, record)


def of_layout(folder):
    def blob(digest):
        with open(os.path.join(folder, "blobs", digest.replace(":", "/")), "rb") as file:
            content = file.read()
        assert "sha256:" + hashlib.sha256(content).hexdigest() == digest
        return content

    with open(os.path.join(folder, "index.json"), "rb") as file:
        [entry] = json.load(file)["manifests"]
    manifest = json.loads(blob(entry["digest"]))
    tree, diff_ids, unpacked = {}, [], []
    for descriptor in manifest["layers"]:
        layer = inflated(blob(descriptor["digest"]))
        diff_ids.append("sha256:" + hashlib.sha256(layer).hexdigest())
        own = {path: node(kind, record) for path, kind, record in records(io.BytesIO(layer)) if kind != "hardlink"}
        unpacked.append(sum(each["bytes"] for path, each in own.items() if not path.rpartition("/")[2].startswith(".wh.")))
        apply(tree, layer)
    return {
        "tree": tree, "diffIds": diff_ids, "unpackedBytes": unpacked,
        "visibleBytes": sum(each["bytes"] for each in {id(each): each for each in tree.values()}.values()),
        "pullBytes": sum(descriptor["size"] for descriptor in manifest["layers"]),
    }


form, path = sys.argv[1:]
print(json.dumps(of_export(path) if form == "export" else of_layout(path)))
