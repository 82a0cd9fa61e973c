// completion.cpp: tests of the completions and of the man page: nothing of the command line is missing in them.
#include "cli/completion.hpp"

#include "build/installation.hpp"
#include "cli/command_table.hpp"
#include "cli/man_page.hpp"
#include "run/process.hpp"
#include "temporary_folder.hpp"

using namespace lab;

namespace {

run::ProcessResult shell(std::vector<std::string> argv) {
    run::ProcessRequest request;
    argv.insert(argv.begin(), "/usr/bin/env");
    request.argv = argv;
    request.environment = {"LAB_COURSE=" LAB_COURSE_DIR};
    return run::supervise(request);
}

// What bash offers for a command line; its last word is the one to complete.
std::vector<std::string> offered(const std::vector<std::string>& words) {
    const TemporaryFolder folder;
    folder.write("completion", cli::bash_completion(cli::describe_commands()));
    std::string line = "(";
    for (const std::string& word : words) line += " '" + word + "'";
    const std::string script = "source " + (folder.path / "completion").string() + "; COMP_WORDS=" + line +
                               " ); COMP_CWORD=" + std::to_string(words.size() - 1) +
                               "; compopt() { :; }; _checker; printf '%s\\n' \"${COMPREPLY[@]}\"";
    const auto result = shell({"bash", "-c", script});
    CHECK(result.err == "");
    std::vector<std::string> list;
    for (std::size_t at = 0; at < result.out.size();) {
        const std::size_t end = result.out.find('\n', at);
        if (end > at) list.push_back(result.out.substr(at, end - at));
        at = end + 1;
    }
    return list;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("completion: every command and every option is in all scripts and in the man page") {
    const auto commands = cli::describe_commands();
    CHECK(commands.size() == cli::command_table().size());
    const std::string bash = cli::bash_completion(commands), zsh = cli::zsh_completion(commands),
                      fish = cli::fish_completion(commands), man = cli::man_page(commands, build::lab_version());
    std::size_t options = 0;
    for (const auto& command : commands) {
        CAPTURE(command.name);
        CHECK(bash.find("        " + command.name + ") options=") != std::string::npos);
        CHECK(zsh.find("        " + command.name + ")\n") != std::string::npos);
        CHECK(fish.find(" -a " + command.name + " -d ") != std::string::npos);
        CHECK(man.find(".B checker " + command.name + "\n") != std::string::npos);
        for (const auto& option : command.options)
            for (const std::string& name : option.names) {
                if (option.positional || !name.starts_with("--")) continue;
                CAPTURE(name);
                ++options;
                const std::string in_fish = "from " + command.name + "'";
                bool found = false;
                for (std::size_t at = fish.find(in_fish); at != std::string::npos; at = fish.find(in_fish, at + 1))
                    found = found || fish.substr(at, fish.find('\n', at) - at).find(" -l " + name.substr(2)) !=
                                         std::string::npos;
                CHECK(found);
                std::string in_man;
                for (const char character : name) in_man += character == '-' ? "\\-" : std::string(1, character);
                CHECK(man.find("\\fB" + in_man + "\\fR") != std::string::npos);
            }
    }
    CHECK(options > 50);
}

TEST_CASE("completion: bash offers commands, lessons, options and their values") {
    CHECK(offered({"checker", "rep"}) == Words{"replay", "report"});
    CHECK(offered({LAB_CHECKER, "run", "04"}) == Words{"04-deadlock"});
    CHECK(offered({"checker", "report", "04", "--form"}) == Words{"--format"});
    CHECK(offered({"checker", "report", "04", "--format", "s"}) == Words{"sarif"});
    CHECK(offered({"checker", "run", "--color", ""}) == Words{"auto", "always", "never"});
    CHECK(offered({"checker", "generate", "z"}) == Words{"zsh"});
    CHECK(offered({"checker", "run", "--budget", ""}).empty());
    CHECK(offered({"checker", "explore", LAB_COURSE_DIR "/READM"}) == Words{LAB_COURSE_DIR "/README.md"});
    CHECK(offered({"checker", "--vers"}) == Words{"--version"});
}

TEST_CASE("completion: the scripts are accepted by their shells, the page by groff, where these are") {
    const TemporaryFolder folder;
    const auto commands = cli::describe_commands();
    folder.write("zsh", cli::zsh_completion(commands));
    folder.write("fish", cli::fish_completion(commands));
    folder.write("man", cli::man_page(commands, build::lab_version()));
    for (const Words& check :
         std::vector<Words>{{"zsh", "-n", (folder.path / "zsh").string()},
                            {"fish", "-n", (folder.path / "fish").string()},
                            {"groff", "-man", "-Tutf8", "-ww", "-z", (folder.path / "man").string()}}) {
        CAPTURE(check.front());
        if (shell({"sh", "-c", "command -v " + check.front()}).exit_code != 0) {
            MESSAGE("not here: " << check.front());
            continue;
        }
        const auto result = shell(check);
        CHECK(result.exit_code == 0);
        CHECK(result.err == "");
    }
}
