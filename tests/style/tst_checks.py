#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants mistakes, and sees that each check names them.

    tst_checks.py LINK_GRAPH
"""
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import check_documents
import check_folders
import check_format
import check_includes
import check_plain_text
from source_tree import SourceTree

ROOT = Path(__file__).resolve().parents[2]


class PlantedTree(SourceTree):
    """The sources as they are, but for one more include at the end of a file."""

    def __init__(self, path, header):
        super().__init__(ROOT)
        self._path = path
        self._header = header
        assert self.has(path) and self.has(header), f"{path} or {header} is no more"

    def text(self, path):
        text = super().text(path)
        return f'{text}#include "{self._header}"\n' if path == self._path else text


class WrongIncludes(unittest.TestCase):
    graph_file = None

    @classmethod
    def setUpClass(cls):
        cls.graph = check_includes.LinkGraph.read(cls.graph_file, ROOT)

    def assert_named(self, path, header, library, missing):
        tree = PlantedTree(path, header)
        line = tree.text(path).count("\n")
        self.assertIn(
            f"{path}:{line}: {library} includes {header}, but does not link {missing}",
            check_includes.wrong_includes(self.graph, tree),
        )

    def test_sideways(self):
        self.assert_named(
            "server/log/event_log.cpp", "server/push/hub.h", "pressboard_log", "pressboard_push"
        )

    def test_upward(self):
        self.assert_named(
            "server/redis/connection.cpp", "server/ops/presence.h", "pressboard_redis", "pressboard_ops"
        )

    def test_server_to_client(self):
        self.assert_named(
            "server/log/event_log.cpp",
            "client/store/store.h",
            "pressboard_log",
            "pressboard_client_store",
        )

    def test_client_to_server(self):
        self.assert_named(
            "client/store/store.cpp", "server/log/ring.h", "pressboard_client_store", "pressboard_log"
        )

    def test_shared_to_client(self):
        self.assert_named(
            "shared/state/book.cpp",
            "client/store/store.h",
            "pressboard_shared",
            "pressboard_client_store",
        )

    def test_from_a_header_that_no_source_belongs_to(self):
        self.assert_named(
            "shared/base/result.h", "server/log/ring.h", "pressboard_shared", "pressboard_log"
        )

    def test_composition_root(self):
        self.assert_named(
            "server/push/hub.cpp", "server/server.h", "pressboard_push", "it: it is no library's"
        )

    def test_the_same_library_is_no_wrong_include(self):
        tree = PlantedTree("server/log/event_log.cpp", "server/log/ring.h")
        self.assertEqual(check_includes.wrong_includes(self.graph, tree), [])


class Circles(unittest.TestCase):
    def test_within_one_library(self):
        tree = PlantedTree("shared/base/result.h", "shared/state/book.h")
        arrows = check_folders.arrows_of(tree)
        arrows = {folder: arrows[folder] for folder in arrows if folder.startswith("shared/")}
        circle = check_folders.shortest_circle(arrows)
        self.assertEqual(circle, ["shared/base", "shared/state", "shared/base"])
        named = "\n".join(check_folders.sentences_of(circle, arrows))
        self.assertIn("shared/base → shared/state → shared/base", named)
        self.assertRegex(named, r"shared/base/result\.h:\d+ includes shared/state/book\.h")

    def test_over_several_folders(self):
        arrows = {"a": {"b": ["1"]}, "b": {"c": ["2"]}, "c": {"d": ["3"], "a": ["4"]}}
        self.assertEqual(check_folders.shortest_circle(arrows), ["a", "b", "c", "a"])

    def test_a_way_down_is_none(self):
        arrows = {"a": {"b": ["1"], "c": ["2"]}, "b": {"c": ["3"]}}
        self.assertIsNone(check_folders.shortest_circle(arrows))


class Documents(unittest.TestCase):
    def missing_in(self, text):
        sources = list(check_documents.source_paths(ROOT))
        document = ROOT / "docs/sample.md"
        return list(check_documents.missing_in(document, text, ROOT, sources))

    def test_what_is_there(self):
        self.assertEqual(self.missing_in("`server/push/`, `hub.cpp`, [it](../README.md#license)"), [])

    def test_what_is_no_more(self):
        self.assertEqual(
            self.missing_in("so\n`client/widgets/`, `push/door.cpp` and [this](gone.md)"),
            [
                "docs/sample.md:2: links to gone.md, which is not there",
                "docs/sample.md:2: names client/widgets/, which is not there",
                "docs/sample.md:2: names push/door.cpp, which is not there",
            ],
        )

    def test_a_folder_that_is_not_on_the_map(self):
        text = (ROOT / check_documents.MAP).read_text(encoding="utf-8").replace("`server/log/`", "")
        left_out = list(check_documents.left_out_of_map(text, SourceTree(ROOT)))
        self.assertEqual(left_out, ["docs/architecture.md: leaves out server/log/"])

    def test_examples_of_users_are_none_of_ours(self):
        self.assertEqual(self.missing_in("`/srv/shop/board.ini`, `DATA_DIR/redis.sock`, `a/b`"), [])


class PlainText(unittest.TestCase):
    def named(self, code, path="client/board/sample.cpp"):
        return [it.split(": ", 1)[0] for it in check_plain_text.guesses_in(path, f"\n{code}\n")]

    def test_what_may_be_html(self):
        for code in (
            "setToolTip(order.customerName);",
            "m_cell->setToolTip(text);",
            "QToolTip::showText(place, name, this);",
            "return role == Qt::ToolTipRole ? row.name : QVariant();",
            "auto *label = new QLabel(name);",
            "QLabel label(name);",
            "class Card : public QLabel",
            "form->addRow(name, field);",
            "label->setTextFormat(Qt::AutoText);",
            "QMessageBox::warning(this, title, error);",
            "item->setHtml(name);",
            "setWhatsThis(name);",
        ):
            self.assertEqual(self.named(code), ["client/board/sample.cpp:2"], code)

    def test_what_is_plain(self):
        for code in (
            "setPlainTip(*this, name);",
            "QToolTip::hideText();",
            "auto *label = new PlainLabel(name);",
            "QLabel *m_heading;",
            "#include <QLabel>",
            "// setToolTip() would guess",
            "m_icon->setToolTip(withoutMarkup(sentence));",
        ):
            self.assertEqual(self.named(code), [], code)
        self.assertEqual(self.named("new QLabel(name);", "tests/window/sample.cpp"), [])


@unittest.skipUnless(check_format.clang_format(), "clang-format 14 is not installed")
class Format(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        shutil.copy(ROOT / ".clang-format", folder.name)
        self.file = Path(folder.name, "sample.cpp")

    def check(self, text):
        self.file.write_text(text, encoding="utf-8")
        script = [sys.executable, check_format.__file__, str(self.file)]
        return subprocess.run(script, capture_output=True, text=True, check=False)

    def test_as_it_should_be(self):
        self.assertEqual(self.check("void run()\n{\n    stop();\n}\n").returncode, 0)

    def test_misplaced_brace(self):
        checked = self.check("void run() {\n    stop();\n}\n")
        self.assertEqual(checked.returncode, 1)
        self.assertIn("sample.cpp:1:11: error", checked.stderr)


if __name__ == "__main__":
    WrongIncludes.graph_file = sys.argv.pop(1)
    unittest.main()
