"""Where things stand on the page: seeded, the same every time, in units of CSS pixels at the first zoom.

A small graph is laid out by stress (distances on the page like distances in the graph), a large one by forces
whose repulsion is a convolution on a grid, so that it grows linearly. Sines and exponentials are avoided
and positions rounded, so that processors that differ in the last digit draw the same picture.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.fft import irfft2, rfft2
from scipy.sparse import csr_array
from scipy.sparse.csgraph import shortest_path
from scipy.spatial import cKDTree

Points: TypeAlias = NDArray[np.float64]
Edges: TypeAlias = NDArray[np.int64]

ASPECT = 1.12
"""Width over height of the drawing area on a desktop screen."""
SMALL = 320
"""Up to this many nodes, all pairs are compared."""
FINE = 4_000
"""From this many nodes, the grid of forces is finer."""
SPACING = 62.0
"""Pixels between neighbours in a large layout."""
SEED = 20240105


def lay_out(edges: Edges, *, widths: Points, years: Points) -> Points:
    """Positions of `len(widths)` nodes joined by `edges` (pairs of node numbers).

    `widths` are the pixels that a node takes with its label; `years` from -1 (early) to 1 (late)
    draw a node to the left or the right, 0 leaves it alone.
    """
    count = len(widths)
    if count == 0:
        return np.zeros((0, 2))
    start = _spiral(count)
    if count <= SMALL:
        points = _stretch(_stress(start, _distances(edges, count), years), np.sqrt(count) * 84)
        return np.rint(_filled(_spread(points, widths, rounds=200)))
    points = _forces(start * SPACING, edges, years)
    return np.rint(_filled(_separate(_stretch(points, np.sqrt(count) * SPACING), 26.0)))


def _spiral(count: int) -> Points:
    """Points on a disk of evenly spread area, the first in the middle, each off its place by a little chance."""
    chance = np.random.Generator(np.random.PCG64(SEED))
    points = chance.random((count, 2)) * 2 - 1
    lengths = np.sqrt((points**2).sum(axis=1))[:, None] + 1e-9
    scattered: Points = points / lengths * np.sqrt(np.arange(count) + 0.5)[:, None]
    return scattered


def _distances(edges: Edges, count: int) -> Points:
    """Wished distances: the shortest path, where an edge of two busy nodes is longer than one to a leaf."""
    degrees = np.bincount(edges.ravel(), minlength=count)
    lengths = 1 + 0.35 * np.sqrt(np.minimum(degrees[edges[:, 0]], degrees[edges[:, 1]]) - 1)
    matrix = csr_array((lengths, (edges[:, 0], edges[:, 1])), shape=(count, count))
    paths = shortest_path(matrix, directed=False)
    reached = np.isfinite(paths)
    far = paths[reached].max() * 0.75 + 1
    wished: Points = np.where(reached, paths, far)
    return wished


def _stress(points: Points, wished: Points, years: Points) -> Points:
    """Move every node to where its distances to all others fit best, again and again."""
    weights = 1 / np.maximum(wished, 1e-9) ** 2
    np.fill_diagonal(weights, 0)
    total = weights.sum(axis=1)[:, None] + 1e-9
    pull = np.zeros_like(points)
    for _ in range(220):
        pull[:, 0] = years * wished.max() * 0.5
        away = points[:, None] - points[None]
        lengths = np.sqrt((away**2).sum(axis=2)) + 1e-9
        ideal = points[None] + away * (wished / lengths)[..., None]
        target = (weights[..., None] * ideal).sum(axis=1) / total
        target[:, 0] += 0.04 * (pull[:, 0] - points[:, 0]) * (years != 0)
        points = np.round(points * 0.4 + target * 0.6, 6)
    return points


def _forces(points: Points, edges: Edges, years: Points) -> Points:
    """Springs along edges, repulsion between all nodes, in ever smaller steps."""
    count, rounds = len(points), 160
    degrees = np.bincount(edges.ravel(), minlength=count) + 1.0
    stiff = 1 / np.sqrt(np.minimum(degrees[edges[:, 0]], degrees[edges[:, 1]]))
    reach = np.sqrt(count) * SPACING
    kernel = _kernel(cells := 128 if count < FINE else 256)
    for step in range(rounds):
        push = _repulsion(points, np.sqrt(degrees), kernel, cells) * SPACING**2 * 0.55
        spring = (points[edges[:, 1]] - points[edges[:, 0]]) * stiff[:, None] * 0.5
        for axis in (0, 1):
            push[:, axis] += np.bincount(edges[:, 0], spring[:, axis], count)
            push[:, axis] -= np.bincount(edges[:, 1], spring[:, axis], count)
        push -= points * [0.09 / ASPECT, 0.09 * ASPECT]
        push[:, 0] += years * reach * 0.004
        limit = reach * 0.12 * (1 - step / rounds) ** 2 + 1
        lengths = np.sqrt((push**2).sum(axis=1))[:, None] + 1e-9
        points = np.round(points + push * np.minimum(1, limit / lengths) * 0.6, 3)
    return points


def _kernel(cells: int) -> tuple[NDArray[np.complex128], NDArray[np.complex128]]:
    """The transforms of the two components of 1/distance between the cells of a grid."""
    steps = np.concatenate([np.arange(cells), np.arange(-cells, 0)]).astype(float)
    down, right = np.meshgrid(steps, steps, indexing="ij")
    square = right**2 + down**2
    square[0, 0] = 1
    return rfft2(right / square), rfft2(down / square)


def _repulsion(
    points: Points, weights: Points, kernel: tuple[NDArray[np.complex128], NDArray[np.complex128]], cells: int
) -> Points:
    """The force of all nodes on each, as if each stood in the four cells around it."""
    low = points.min(axis=0)
    size = float((points.max(axis=0) - low).max()) / (cells - 2) + 1e-9
    place = (points - low) / size
    corner = place.astype(np.int64)
    part = place - corner
    cellsof, shares = [], []
    for right in (0, 1):
        for down in (0, 1):
            cellsof.append((corner[:, 1] + down) * cells + corner[:, 0] + right)
            shares.append(np.abs(1 - right - part[:, 0]) * np.abs(1 - down - part[:, 1]))
    mass = sum(
        np.bincount(at, share * weights, cells * cells) for at, share in zip(cellsof, shares, strict=True)
    )
    spectrum = rfft2(np.reshape(mass, (cells, cells)), s=(2 * cells, 2 * cells))
    force = np.zeros_like(points)
    for axis in (0, 1):
        field = irfft2(spectrum * kernel[axis], s=(2 * cells, 2 * cells))[:cells, :cells].ravel() / size
        force[:, axis] = sum(field[at] * share for at, share in zip(cellsof, shares, strict=True))
    weighted: Points = force * weights[:, None]
    return weighted


def _stretch(points: Points, height: float) -> Points:
    """The points around their middle, fitted to the page's shape; stragglers are drawn in."""
    points = points - points.mean(axis=0)
    points = points / (np.sqrt((points**2).mean(axis=0)) + 1e-9)
    lengths = np.sqrt((points**2).sum(axis=1))[:, None] + 1e-9
    near = np.minimum(lengths, 1.5 + np.maximum(lengths - 1.5, 0) * 0.3)
    fitted: Points = points * (near / lengths) * [height * ASPECT / 3.2, height / 3.2]
    return fitted


def _filled(points: Points) -> Points:
    """The points with the narrower side drawn out until all of them have the page's shape."""
    wide, high = np.ptp(points, axis=0) + 1e-9
    ratio = wide / high / ASPECT
    drawn: Points = points * [min(max(1 / ratio, 1), 1.6), min(max(ratio, 1), 1.6)]
    return drawn


def _spread(points: Points, widths: Points, *, rounds: int) -> Points:
    """Push apart nodes whose boxes (label and all) overlap, along the axis where less is missing."""
    half = np.stack([widths / 2, np.full(len(widths), 19.0)], axis=1)
    need = half[:, None] + half[None]
    tie = np.sign(np.arange(len(points))[:, None] - np.arange(len(points))[None]) * 1e-6
    for _ in range(rounds):
        away = points[:, None] - points[None]
        missing = need - np.abs(away)
        hit = (missing > 0).all(axis=2)
        np.fill_diagonal(hit, val=False)
        if not hit.any():
            break
        across = missing[..., 0] / 3 < missing[..., 1]
        for axis, chosen in ((0, across), (1, ~across)):
            side = np.sign(away[..., axis] + tie)
            step = np.where(hit & chosen, missing[..., axis], 0) * side
            points[:, axis] += step.sum(axis=1) * 0.22
        points = np.round(points, 6)
    return points


def _separate(points: Points, distance: float) -> Points:
    """Push apart nodes that are nearer than `distance`."""
    for _ in range(30):
        pairs = cKDTree(points).query_pairs(distance, output_type="ndarray")
        if not len(pairs):
            break
        first, second = pairs[np.lexsort(pairs.T)].T
        away = points[first] - points[second]
        lengths = np.sqrt((away**2).sum(axis=1))[:, None]
        away = np.where(lengths > 0, away / np.maximum(lengths, 1e-9), [1.0, 0.0])
        step = away * (distance - lengths) * 0.35
        for axis in (0, 1):
            points[:, axis] += np.bincount(first, step[:, axis], len(points))
            points[:, axis] -= np.bincount(second, step[:, axis], len(points))
        points = np.round(points, 3)
    return points
