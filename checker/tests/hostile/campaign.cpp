// campaign.cpp: hands in what does its worst, and looks at what the checker makes of it: a clear verdict with a
// sentence, nothing left behind.
//
// The hand-ins of hand-ins/ and odd files made here; expected.txt tells the verdict of each, and words of the report.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "run/process.hpp"

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

struct Expected {
    std::string name;
    std::vector<std::string> verdicts;  // any of these
    std::string words;                  // somewhere in the report; may be empty
    bool slow = false;
};

struct Campaign {
    fs::path checker = LAB_CHECKER;
    fs::path folder = LAB_HOSTILE_DIR;
    fs::path cache = LAB_CAMPAIGN_CACHE;
    fs::path work;      // odd files, and what the compiler calls its temporary folder
    fs::path progress;  // LAB_STATE
    unsigned jobs = 2;
    bool verbose = false;
};

std::vector<Expected> read_expected(const fs::path& file) {
    std::vector<Expected> all;
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);) {
        if (line.empty() || line[0] == '#') continue;
        std::istringstream words(line);
        Expected expected;
        std::string verdicts;
        words >> expected.name >> verdicts >> std::ws;
        expected.slow = expected.name.starts_with('~');
        if (expected.slow) expected.name.erase(0, 1);
        std::getline(words, expected.words);
        std::istringstream each(verdicts);
        for (std::string verdict; std::getline(each, verdict, '|');) expected.verdicts.push_back(verdict);
        all.push_back(std::move(expected));
    }
    return all;
}

void write(const fs::path& file, const std::string& text) { std::ofstream(file, std::ios::binary) << text; }

const std::string right = "#include \"hostile.hpp\"\nint add(int a, int b) { return a + b; }\n";

// Files that no repository keeps well, by name. Returns the path to hand in.
fs::path odd_file(const Campaign& campaign, const std::string& name) {
    const fs::path file = campaign.work / (name + ".cpp");
    if (name == "odd:empty") write(file, "");
    if (name == "odd:no_last_newline") write(file, right.substr(0, right.size() - 1));
    if (name == "odd:crlf") write(file, "#include \"hostile.hpp\"\r\nint add(int a, int b) { return a + b; }\r\n");
    if (name == "odd:byte_order_mark") write(file, "\xef\xbb\xbf" + right);
    if (name == "odd:nul_bytes") write(file, std::string("int x\0y;\n", 9) + right);
    if (name == "odd:latin1") write(file, "// gr\xfc\xdf\n" + right);
    if (name == "odd:binary") {
        std::string bytes;
        for (unsigned i = 0, state = 1; i < 50'000; ++i) bytes += static_cast<char>((state = state * 69069 + 1) >> 24U);
        write(file, bytes);
    }
    if (name == "odd:escapes") write(file, "#error \"\x1b[2J\x1b]0;title\x07\"\n");
    if (name == "odd:huge") {
        std::string text = right;
        while (text.size() < 8U << 20U) text += "// a comment that is as long as others, and there are many of them\n";
        write(file, text);
    }
    if (name == "odd:long_line") write(file, right + "// " + std::string(1 << 20, 'x') + "\n");
    if (name == "odd:includes_large_file") {
        std::ofstream(campaign.work / "large.inc", std::ios::binary).close();
        fs::resize_file(campaign.work / "large.inc", std::uintmax_t{3} << 30U);  // sparse
        write(file, "#include \"large.inc\"\n" + right);
    }
    if (name == "odd:unreadable") {
        write(file, right);
        fs::permissions(file, fs::perms::none);
    }
    if (name == "odd:missing") return campaign.work / "there is no such file.cpp";
    if (name == "odd:wrong_extension") {
        write(campaign.work / "hand-in.txt", right);
        return campaign.work / "hand-in.txt";
    }
    if (name == "odd:path_with_blanks") {
        const fs::path folder = campaign.work / "it's \"a\" $path; of\tmine\\";
        fs::create_directories(folder);
        write(folder / "my file (1).cpp", right);
        return folder / "my file (1).cpp";
    }
    if (name == "odd:symlink") {
        write(campaign.work / "target.cpp", right);
        fs::create_symlink("target.cpp", file);
    }
    if (name == "odd:symlink_to_itself") fs::create_symlink(file.filename(), file);
    if (name == "odd:empty_folder" || name == "odd:folder") {
        fs::create_directories(campaign.work / name);
        if (name == "odd:folder") write(campaign.work / name / "hostile.cpp", right);
        return campaign.work / name;
    }
    if (name == "odd:folder_named_cpp") fs::create_directories(file);
    if (name == "odd:fifo") ::mkfifo(file.c_str(), 0600);
    if (name == "odd:dev_zero") return "/dev/zero";
    if (name == "odd:dev_stdin") return "/dev/stdin";
    return file;
}

std::set<std::string> names_in(const fs::path& folder) {
    std::set<std::string> names;
    std::error_code error;
    for (const auto& item : fs::directory_iterator(folder, error)) names.insert(item.path().filename().string());
    return names;
}

struct Outcome {
    std::vector<std::string> complaints;
    std::string verdict;
    std::string sentence;
    double seconds = 0;
};

const char* verdict_of_exit(int exit) {
    if (exit == 2) return "refused";
    if (exit == 3) return "build-error";
    return "none";
}

Outcome hand_in(const Campaign& campaign, const Expected& expected) {
    const fs::path file = expected.name.starts_with("odd:") ? odd_file(campaign, expected.name)
                                                            : campaign.folder / "hand-ins" / (expected.name + ".cpp");
    lab::run::ProcessRequest request;
    request.argv = {campaign.checker.string(), "run", "01", "--file", file.string(), "--json", "--fresh"};
    request.environment = {"LAB_COURSE=" + (campaign.folder / "course").string(),
                           "LAB_CACHE=" + campaign.cache.string(), "LAB_STATE=" + campaign.progress.string(),
                           "TMPDIR=" + campaign.work.string()};
    request.wall_limit = std::chrono::minutes(10);
    request.output_cap = std::size_t{64} << 20U;
    const lab::run::ProcessResult result = lab::run::supervise(request);

    Outcome outcome;
    outcome.seconds = result.wall_seconds;
    const auto complain = [&](std::string text) { outcome.complaints.push_back(std::move(text)); };
    const int exit = result.exit_code.value_or(-1);
    std::string said = result.err;
    const Json json = Json::parse(result.out, nullptr, /*allow_exceptions=*/false);
    if (json.is_object()) {
        outcome.verdict = json.value("verdict", "none");
        const auto add = [&said, &outcome](const Json& text) {
            if (!text.is_string()) return;
            said += text.get<std::string>() + '\n';
            if (outcome.sentence.empty()) outcome.sentence = text.get<std::string>();
        };
        for (const Json& item : json["cases"])
            if (item["verdict"] == outcome.verdict && item["verdict"] != "passed") add(item["message"]);
        add(json["message"]);
        said += json["diagnostics"].is_string() ? json["diagnostics"].get<std::string>() : "";
        if (outcome.verdict != "passed" && outcome.sentence.empty()) complain("there is no sentence");
        if (exit < 0 || exit > 4) complain(fmt::format("exit code {}", exit));
    } else {
        outcome.verdict = verdict_of_exit(exit);
        outcome.sentence = result.err;
        if (exit != 2)
            complain(fmt::format("no JSON, exit code {}, signal {}: {:.300}", exit, result.signal, result.err));
    }
    if (std::find(expected.verdicts.begin(), expected.verdicts.end(), outcome.verdict) == expected.verdicts.end())
        complain(fmt::format("expected {}, got {}", fmt::join(expected.verdicts, " or "), outcome.verdict));
    if (said.find(expected.words) == std::string::npos) complain("the report does not say: " + expected.words);
    if (result.left_behind > 0) complain(fmt::format("{} processes are left behind", result.left_behind));
    if (result.limit != lab::run::Limit::none) complain("the checker had to be ended");
    return outcome;
}

// All hand-ins, several at a time. Returns how many are not judged as they should be.
int run(const Campaign& campaign, const std::vector<Expected>& wanted) {
    const auto shared_before = names_in("/dev/shm");
    std::atomic<std::size_t> next{0};
    std::mutex mutex;
    int bad = 0;
    std::vector<std::pair<double, std::string>> slow;
    const auto work = [&] {
        for (std::size_t i = next++; i < wanted.size(); i = next++) {
            const Outcome outcome = hand_in(campaign, wanted[i]);
            const std::lock_guard lock(mutex);
            slow.emplace_back(outcome.seconds, wanted[i].name);
            if (!outcome.complaints.empty()) ++bad;
            if (!outcome.complaints.empty() || campaign.verbose)
                fmt::print("{} ({:.1f} s): {}: {:.160}\n", wanted[i].name, outcome.seconds, outcome.verdict,
                           outcome.sentence);
            for (const std::string& complaint : outcome.complaints) fmt::print("    {}\n", complaint);
            std::fflush(stdout);
        }
    };
    {
        std::vector<std::jthread> workers;
        for (unsigned i = 1; i < campaign.jobs; ++i) workers.emplace_back(work);
        work();
    }
    for (const std::string& name : names_in("/dev/shm")) {
        if (shared_before.contains(name) || name.find("hostile") == std::string::npos) continue;
        fmt::print("/dev/shm/{} is left behind\n", name);
        ++bad;
    }
    for (const std::string& name : names_in(campaign.work)) {
        if (name.starts_with("odd:") || name == "state" || name == "large.inc" || name == "target.cpp" ||
            name == "hand-in.txt" || name.starts_with("it's"))
            continue;
        fmt::print("{} is left behind\n", (campaign.work / name).string());
        ++bad;
    }
    std::sort(slow.rbegin(), slow.rend());
    fmt::print("slowest:");
    for (std::size_t i = 0; i < slow.size() && i < 8; ++i) fmt::print(" {} {:.1f} s,", slow[i].second, slow[i].first);
    fmt::print("\n{} hand-ins, {} not as they should be\n", wanted.size(), bad);
    return bad;
}

}  // namespace

int main(int count, char** words) {
    Campaign campaign;
    std::vector<std::string> names;
    CLI::App app("Hands in what does its worst.", "hostile_campaign");
    app.add_option("NAME", names, "Hand-ins; without any, all")->type_name("");
    app.add_option("--jobs", campaign.jobs, "Hand-ins at a time")->capture_default_str();
    app.add_option("--checker", campaign.checker, "The checker")->capture_default_str();
    app.add_flag("--verbose", campaign.verbose, "Show every verdict");
    bool slow = false;
    app.add_flag("--slow", slow, "Those too that take their time");
    CLI11_PARSE(app, count, words);

    std::string pattern = (fs::temp_directory_path() / "hostile-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) return 1;
    campaign.work = pattern;
    campaign.progress = campaign.work / "state";

    std::vector<Expected> wanted = read_expected(campaign.folder / "expected.txt");
    int bad = 0;
    for (const auto& item : fs::directory_iterator(campaign.folder / "hand-ins")) {
        const std::string name = item.path().stem().string();
        if (std::any_of(wanted.begin(), wanted.end(), [&](const Expected& e) { return e.name == name; })) continue;
        fmt::print("{} is not in expected.txt\n", name);
        ++bad;
    }
    if (names.empty() && !slow) std::erase_if(wanted, [](const Expected& e) { return e.slow; });
    if (!names.empty())
        std::erase_if(wanted,
                      [&](const Expected& e) { return std::find(names.begin(), names.end(), e.name) == names.end(); });
    bad += run(campaign, wanted);
    fs::remove_all(campaign.work);
    return bad == 0 && !wanted.empty() ? 0 : 1;
}
