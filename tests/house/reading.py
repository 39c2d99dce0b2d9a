"""The source as the house tests read it: by its syntax tree, never by importing it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src"


@dataclass(frozen=True, slots=True, eq=False)
class Module:
    """One Python file of ``src``. ``name`` is dotted: ``college.record.rules.tree``."""

    name: str
    path: Path

    @property
    def tree(self) -> ast.Module:
        """Read once, when a test first asks: collecting tests reads nothing."""
        return _tree(self)

    @property
    def parts(self) -> list[str]:
        return self.name.split(".")

    @property
    def room(self) -> str:
        """The folder under ``college``; for ``college_verify`` that word itself."""
        return (
            self.parts[1] if self.parts[0] == "college" and len(self.parts) > 1 else self.parts[0]
        )

    @property
    def layer(self) -> str:
        """What of its room it is: ``rules``, ``models``, ``actions``, ``events``…"""
        return self.parts[2] if len(self.parts) > 2 else ""

    def imports(self, *, for_types: bool = True) -> Iterator[tuple[int, str]]:
        """Every dotted name that is imported, with its line; ``from a import b`` gives ``a.b``.

        Without ``for_types``, what stands under ``if TYPE_CHECKING:`` is left out: it never runs.
        """
        skipped = set() if for_types else _under_type_checking(self.tree)
        for node in self.nodes:
            if node in skipped:
                continue
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)

    def runs(self, name: str) -> bool:
        """Whether ``name`` is used for more than annotations, which run nothing."""
        quiet = _in_annotations(self.tree)
        uses = (n for n in self.nodes if isinstance(n, ast.Name) and n.id == name)
        return any(use not in quiet for use in uses)

    @property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Every node of the tree, walked once for all who ask."""
        return _nodes(self)

    def at(self, line: int) -> str:
        return f"{self.path.relative_to(ROOT)}:{line}"


@cache
def _tree(module: Module) -> ast.Module:
    return ast.parse(module.path.read_text("utf-8"), str(module.path))


@cache
def _nodes(module: Module) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(module.tree))


def _under_type_checking(tree: ast.Module) -> set[ast.AST]:
    blocks = (n for n in ast.walk(tree) if isinstance(n, ast.If))
    tests = (n for n in blocks if isinstance(n.test, ast.Name) and n.test.id == "TYPE_CHECKING")
    return {inner for block in tests for part in block.body for inner in ast.walk(part)}


def _in_annotations(tree: ast.Module) -> set[ast.AST]:
    found: list[ast.AST | None] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found.append(node.returns)
        elif isinstance(node, ast.arg | ast.AnnAssign):
            found.append(node.annotation)
    return {inner for annotation in found if annotation for inner in ast.walk(annotation)}


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the College and of the verifier, migrations left out."""
    paths = sorted(p for p in SRC.rglob("*.py") if "migrations" not in p.parts)
    return tuple(_module(path) for path in paths)


def _module(path: Path) -> Module:
    parts = list(path.relative_to(SRC).with_suffix("").parts)
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Module(name, path)


def string_constants(node: ast.AST) -> set[str]:
    """Every string written inside ``node``."""
    found = (n.value for n in ast.walk(node) if isinstance(n, ast.Constant))
    return {value for value in found if isinstance(value, str)}


def is_called(node: ast.AST, name: str) -> bool:
    """Whether ``node`` calls ``name`` or ``something.name``."""
    if not isinstance(node, ast.Call):
        return False
    function = node.func
    return (isinstance(function, ast.Name) and function.id == name) or (
        isinstance(function, ast.Attribute) and function.attr == name
    )
