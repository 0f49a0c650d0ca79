"""The project's own checks: each must pass a good tree and fail a bad one. Run: python3 -m unittest test_checks"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
sys.path.insert(0, str(SCRIPTS))
sys.dont_write_bytecode = True

import check_error_ids  # noqa: E402
import check_layers  # noqa: E402
import check_sizes  # noqa: E402
import check_text  # noqa: E402
import source_text  # noqa: E402
import tidy_database  # noqa: E402


class TreeTest(unittest.TestCase):
    """A test with a small tree of files in a temporary folder."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def write(self, path, content):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")


class SourceText(TreeTest):
    def test_comments_go_and_lines_stay(self):
        text = 'a; // "x"\n/* two\nlines */ b("// not one"); c = R"(/* raw */)"; d = \'"\'; e = 1\'000; // f\'s\n'
        self.assertEqual(
            'a;  \n \n b("// not one"); c = R"(/* raw */)"; d = \'"\'; e = 1\'000;  \n', source_text.without_comments(text)
        )

    def test_literals_outside_comments(self):
        text = '// "A"\nf("B", R"("C")", u8"D");\n/*\n"E" */ g("F\\"");\n'
        self.assertEqual([(2, "B"), (2, "D"), (4, 'F\\"')], list(source_text.string_literals(text)))

    def test_ignored_files_are_left_out(self):
        subprocess.run(["git", "init", "-q", str(self.root)], check=True)
        self.write(".gitignore", "/build/\n")
        self.write("build/a.cpp", "")
        self.write("src/base/a.cpp", "")
        self.assertEqual([".gitignore", "src/base/a.cpp"], source_text.project_files(self.root))


class Layers(TreeTest):
    def complaints(self, path, *includes):
        self.write(path, "#pragma once\n" + "".join(f"#include {include}\n" for include in includes))
        return check_layers.check(self.root)

    def test_downward_includes_pass(self):
        self.complaints("src/edits/a.h", '"edits/b.h"', '"encounter/c.h"', '"base/d.h"', "<vector>", "<fmt/format.h>")
        self.complaints("src/store/a.cpp", '"claim/b.h"', '"sqlite3.h"', '"search/c.h"')
        self.complaints("src/qt/pdf.cpp", '"chart/b.h"', "<QPdfDocument>")
        self.complaints("ui/desk/a.cpp", '"ui/shell/b.h"', '"app/c.h"', '"qt/d.h"', "<QWidget>", '"a.moc"')
        self.complaints("ui/main.cpp", '"store/b.h"')
        self.complaints("src/cli/wiring.h", '"store/b.h"', '"qt/b.h"')
        self.complaints("src/cli/main.cpp", '"wiring/b.h"')
        self.complaints("src/wiring/a.cpp", '"store/b.h"', '"app/b.h"', '"qt/b.h"')
        self.complaints("tests/base/a.cpp", '"store/b.h"')
        self.assertEqual([], self.complaints("src/app/a.h", '"import/b.h"'))

    def test_each_upward_include_fails(self):
        for path, include in (
            ("src/base/a.h", '"codeset/b.h"'),
            ("src/chart/a.h", '"encounter/b.h"'),
            ("src/encounter/a.h", '"edits/b.h"'),
            ("src/review/a.h", '"claim/b.h"'),
            ("src/app/a.h", '"store/b.h"'),
            ("src/app/a.h", "<store/b.h>"),
            ("src/store/a.h", '"app/b.h"'),
            ("src/cli/command.cpp", '"store/b.h"'),
            ("src/cli/command.cpp", '"ui/b.h"'),
            ("src/cli/command.cpp", '"qt/b.h"'),
            ("src/wiring/a.h", '"cli/b.h"'),
            ("src/app/a.h", '"wiring/b.h"'),
            ("src/qt/a.h", '"app/b.h"'),
            ("ui/desk/a.cpp", '"store/b.h"'),
            ("ui/desk/main.cpp", '"store/b.h"'),
            ("ui/desk/a.cpp", '"cli/b.h"'),
        ):
            with self.subTest(path=path, include=include):
                found = self.complaints(path, "<vector>", include)
                self.assertEqual(1, len(found), found)
                self.assertIn(f"{path}:3:", found[0])
                (self.root / path).unlink()

    def test_libraries_stay_where_they_belong(self):
        for path, include in (
            ("src/app/a.h", "<QString>"),
            ("src/base/a.cpp", "<QtCore/QString>"),
            ("src/app/a.cpp", "<sqlite3.h>"),
            ("ui/desk/a.cpp", '"sqlite3.h"'),
            ("src/qt/a.cpp", "<QWidget>"),
        ):
            with self.subTest(path=path, include=include):
                self.assertEqual(1, len(self.complaints(path, include)))
                (self.root / path).unlink()

    def test_an_include_names_its_folder(self):
        self.write("src/claim/x12/reader.h", "")
        self.assertEqual(1, len(self.complaints("src/claim/x12/a.cpp", '"reader.h"')))
        self.assertEqual(1, len(self.complaints("src/claim/x12/a.cpp", '"../../store/b.h"')))
        self.assertEqual([], self.complaints("src/claim/x12/a.cpp", '"claim/x12/reader.h"'))

    def test_a_folder_without_a_rule_fails(self):
        self.assertEqual(1, len(self.complaints("src/network/a.cpp", "<vector>")))

    def test_comments_are_no_includes(self):
        self.write("src/base/a.h", '// #include "store/b.h"\n/*\n#include "store/c.h"\n*/\n')
        self.assertEqual([], check_layers.check(self.root))


class Sizes(TreeTest):
    def test_limits(self):
        self.write("src/base/right.cpp", "x\n" * 500)
        self.assertEqual(([], []), check_sizes.check(self.root))
        self.write("src/base/long.cpp", "x\n" * 501)
        problems, notes = check_sizes.check(self.root)
        self.assertEqual(([], 1), (problems, len(notes)))
        self.write("tests/base/too_long_test.cpp", "x\n" * 801)
        problems, notes = check_sizes.check(self.root)
        self.assertEqual((1, 1), (len(problems), len(notes)))
        self.assertIn("801 lines", problems[0])


class ErrorIds(TreeTest):
    def test_one_place_each_passes(self):
        self.write("src/base/a.cpp", 'fail("BASE-001"); fail("BASE-002"); // "BASE-001" when empty\n')
        self.write("src/base/b.cpp", 'rule("CV-1"); rule("OC-102"); rule("OC-102"); reason("CO-197", "CO-197");\n')
        self.write("src/base/c.cpp", 'log("BASE-001: long"); log("BASE-0011");\n')
        self.write("ui/errors.cpp", '{"BASE-001", tr("no")}, {"BASE-002", tr("no")}, {"BASE-001", tr("no")}\n')
        self.write("tests/base/a_test.cpp", 'EXPECT_EQ("BASE-001", e.id);\n')
        self.assertEqual([], check_error_ids.check(self.root))

    def test_a_second_place_fails(self):
        self.write("src/base/a.cpp", '\nfail("BASE-001");\n')
        self.write("src/store/b.h", 'fail("BASE-001");\n')
        self.write("ui/desk/c.cpp", 'fail("UI-001"); fail("UI-001");\n')
        found = check_error_ids.check(self.root)
        self.assertEqual(2, len(found), found)
        self.assertIn("src/store/b.h:1: BASE-001 stands also at src/base/a.cpp:2", found[0])
        self.assertIn("UI-001", found[1])


class Text(TreeTest):
    def test_good_text_passes(self):
        self.write("src/base/a.cpp", f"// {'TO' + 'DO'}(#12): more\nint a;\n// see https://example.org/home/page\n")
        self.write("scripts/run", "cd ~/work/here $HOME/work/x\n")
        self.write("data/codes.tsv", "a\tb \n")
        (self.root / "data/picture.png").write_bytes(b"\0/" + b"home/me\0")
        self.assertEqual([], check_text.check(self.root))

    def test_each_kind_of_bad_text_fails(self):
        unfinished = "TO" + "DO"
        for path, content, word in (
            ("src/base/a.cpp", "\tint a;\n", "tab"),
            ("docs/a.md", "text \n", "trailing"),
            ("scripts/run", "a \n", "trailing"),
            ("src/base/a.h", f"// {unfinished} later\n", "issue"),
            ("src/base/a.h", f"// {unfinished}: later (#3)\n", "issue"),
            ("src/base/a.h", "int a;", "newline"),
            ("src/base/a.h", '"/' + 'home/me/x"\n', "machine"),
            ("data/a.json", '"/' + 'work/main/x"\n', "machine"),
            ("README.md", "`/" + "root/x`\n", "machine"),
        ):
            with self.subTest(path=path, content=content):
                self.write(path, content)
                found = check_text.check(self.root)
                self.assertEqual(1, len(found), found)
                self.assertIn(word, found[0])
                (self.root / path).unlink()


class CommitMessage(TreeTest):
    def verdict(self, message):
        self.write("message", message)
        command = [str(SCRIPTS / "commit-msg"), str(self.root / "message")]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    def test_good_messages_pass(self):
        for message in (
            "edits: Report Excludes1 pairs once\n",
            "ui/desk, app: Show 1.5 times the width\n\nBecause.\n",
            ".ci: Run tests first\n# comment\n",
            "store: Embed migrations\n",
            "base: " + "A" * 60 + " bcdef\n",
            "Merge branch 'x'\n",
            'Revert "edits: Report Excludes1 pairs once"\n',
            "docs: Say more\n\nBody\n# ------------------------ >8 ------------------------\ndiff WIP\n",
        ):
            with self.subTest(message=message):
                self.assertEqual(0, self.verdict(message).returncode, self.verdict(message).stderr)

    def test_bad_messages_are_refused(self):
        for message in (
            "",
            "# only a comment\n",
            "Report Excludes1 pairs once\n",
            "edits: report Excludes1 pairs once\n",
            "edits: Report Excludes1 pairs once.\n",
            "base: " + "A" * 60 + " bcdefg\n",
            "WIP\n",
            "ui: WIP desk\n",
            "misc: Change things\n",
            "ui: Misc changes\n",
            "ui: Fix\n",
            "ui: Address review comments\n",
            "ui: Fixed the colour\n",
            "ui: Adding a colour\n",
            "ui: Adds a colour\n",
            "edits: Report pairs once\nwithout an empty line\n",
        ):
            with self.subTest(message=message):
                result = self.verdict(message)
                self.assertEqual(1, result.returncode)
                self.assertIn("refused", result.stderr)


class Setup(TreeTest):
    """scripts/setup in a tree of its own that asks for no packages."""

    def setup_with(self, tarball):
        for name in ("setup", "lib.sh"):
            self.write(f"scripts/{name}", "")
            shutil.copy2(SCRIPTS / name, self.root / "scripts" / name)
        self.write("scripts/packages.txt", "[build]\n")
        environment = {**os.environ, "CHARTWRIGHT_SQLITE3MC_TARBALL": str(tarball)}
        command = [str(self.root / "scripts/setup")]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    def test_another_tarball_is_refused_and_leaves_nothing(self):
        self.write("package/deps/sqlite3/sqlite3.c", "int main;\n")
        subprocess.run(["tar", "-czf", "other.tgz", "package"], cwd=self.root, check=True)
        result = self.setup_with(self.root / "other.tgz")
        self.assertEqual(1, result.returncode)
        self.assertIn("sha256 differs", result.stderr)
        self.assertEqual([], list((self.root / "build/third_party").iterdir()))

    def test_a_missing_tarball_is_named(self):
        result = self.setup_with(self.root / "none.tgz")
        self.assertEqual(1, result.returncode)
        self.assertIn("none.tgz", result.stderr)


class TidyDatabase(TreeTest):
    def test_clang_gets_a_precompiled_header_as_text(self):
        self.write("cmake_pch.hxx", "#include <vector>\n")
        header = str(self.root / "cmake_pch.hxx")
        command = f"ccache g++ -Wall -Werror -Winvalid-pch -include {header} -mno-direct-extern-access -c a.cpp"
        self.write("in.json", json.dumps([{"directory": ".", "command": command, "file": "a.cpp"}]))
        tidy_database.convert(self.root / "in.json", self.root / "out")
        (entry,) = json.loads((self.root / "out/compile_commands.json").read_text(encoding="utf-8"))
        copy = entry["arguments"][3]
        self.assertEqual(["g++", "-Wall", "-include", copy, "-c", "a.cpp"], entry["arguments"])
        self.assertNotEqual(header, copy)
        self.assertEqual("#include <vector>\n", Path(copy).read_text(encoding="utf-8"))


if __name__ == "__main__":
    unittest.main()
