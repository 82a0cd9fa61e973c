// saves.cpp: tests of noticing that a file was saved, in all the ways in which editors do it.
#include "watch/saves.hpp"

#include <doctest/doctest.h>
#include <poll.h>

#include "temporary_folder.hpp"

using namespace lab::watch;
namespace fs = std::filesystem;

namespace {

// What the kernel tells has arrived before the call that caused it returns.
bool readable(const Saves& saves) {
    pollfd descriptor{saves.descriptor(), POLLIN, 0};
    return poll(&descriptor, 1, 0) == 1;
}

}  // namespace

TEST_CASE("a save in place, by rename, by a new file, and none at all") {
    const TemporaryFolder folder;
    folder.write("x.cpp", "1");
    Saves saves(folder.path);
    REQUIRE(saves.descriptor() >= 0);
    CHECK_FALSE(saves.told());
    folder.write("x.cpp", "2");
    CHECK(readable(saves));
    CHECK(saves.told());
    CHECK_FALSE(saves.told());
    folder.write(".x.cpp.swp", "3");  // hidden, then put in place
    CHECK_FALSE(saves.told());
    fs::rename(folder.path / ".x.cpp.swp", folder.path / "x.cpp");
    CHECK(saves.told());
    folder.write("y.hpp", "");
    CHECK(saves.told());
    CHECK_FALSE(saves.changed());  // all of it was told
}

TEST_CASE("what editors leave beside the file is no save") {
    const TemporaryFolder folder;
    Saves saves(folder.path);
    for (const char* name : {"x.cpp~", "#x.cpp#", "4913", "notes.txt", ".#x.cpp", "x.cpp.orig"})
        folder.write(name, "1");
    CHECK_FALSE(saves.told());
    CHECK_FALSE(saves.changed());
    std::ifstream(folder.path / "x.cpp~").get();  // only read
    CHECK_FALSE(saves.told());
}

TEST_CASE("one file only, if one is named") {
    const TemporaryFolder folder;
    Saves saves(folder.path, "x.cpp");
    folder.write("y.cpp", "1");
    CHECK_FALSE(saves.told());
    folder.write("x.cpp", "1");
    CHECK(saves.told());
}

TEST_CASE("looking finds what is not told, and a folder that is made anew") {
    const TemporaryFolder folder;
    folder.write("in/x.cpp", "1");
    Saves saves(folder.path / "in");
    CHECK_FALSE(saves.changed());
    fs::rename(folder.path / "in/x.cpp", folder.path / "in/away.txt");  // no save, but a change
    CHECK_FALSE(saves.told());
    CHECK(saves.changed());
    CHECK_FALSE(saves.changed());
    fs::remove_all(folder.path / "in");
    CHECK_FALSE(saves.told());
    folder.write("in/x.cpp", "longer");
    CHECK(saves.changed());
    folder.write("in/x.cpp", "again");  // told again: the new folder is watched
    CHECK(saves.told());
    Saves absent(folder.path / "nowhere");
    CHECK_FALSE(absent.told());
    CHECK_FALSE(absent.changed());
    folder.write("nowhere/x.cpp", "1");
    CHECK(absent.changed());
}
