// watch.cpp: `checker watch`: the loop that waits for saves and keys, and does what watch::Steering decides.
#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <cstdlib>

#include "cli/background_run.hpp"
#include "cli/called.hpp"
#include "cli/chosen_hand_in.hpp"
#include "cli/commands.hpp"
#include "cli/hint.hpp"
#include "cli/judged.hpp"
#include "cli/lesson_state.hpp"
#include "cli/outcome.hpp"
#include "report/visible.hpp"
#include "report/wrap.hpp"
#include "run/process.hpp"
#include "watch/foreground.hpp"
#include "watch/keyboard.hpp"
#include "watch/keys.hpp"
#include "watch/lines.hpp"
#include "watch/saves.hpp"
#include "watch/words.hpp"

namespace lab::cli {

namespace fs = std::filesystem;

namespace {

using watch::Action;
using watch::Event;
using Judged = tl::expected<judge::Result, std::string>;
using Report = tl::expected<fs::path, std::string>;  // where it was written

constexpr int look_every = 1000;  // milliseconds, at the folder, in case that inotify tells nothing

std::string self() {
    std::error_code error;
    return fs::read_symlink("/proc/self/exe", error).string();
}

bool has_display() {
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY"})
        if (const char* value = std::getenv(name); value != nullptr && *value != '\0') return true;
    return false;
}

// Where a save is waited for: the folder, and the file if only one counts.
std::pair<fs::path, std::string> place_of(const course::Lesson& lesson, const Arguments& arguments) {
    if (arguments.solution) return {lesson.solution, ""};
    if (!arguments.file) return {lesson.exercise, ""};
    std::error_code error;
    const fs::path file = fs::absolute(*arguments.file, error);
    if (fs::is_directory(file, error)) return {file, ""};
    return {file.parent_path(), file.filename().string()};
}

class Watching {
public:
    Watching(const Session& session, const Workplace& workplace, std::vector<course::Lesson> lessons, std::size_t first)
        : session_(session),
          arguments_(session.arguments),
          workplace_(workplace),
          lessons_(std::move(lessons)),
          current_(first),
          signals_(wake_),
          run_(wake_),
          report_(wake_) {}

    ExitCode loop() {
        const std::stop_callback wake_on_stop(session_.stop, [this] { wake_.wake(); });
        open_lesson();
        while (!over_) {
            const bool timed_out = wait();
            wake_.clear();
            if (session_.stop.stop_requested() && !stopping_) {
                stopping_ = true;
                handle(Event::stop);
            }
            if (signals_.continued()) {  // others may have changed the terminal's mode meanwhile
                keyboard_.give_back();
                keyboard_.take();
            }
            if (timed_out) keyboard_.take();  // of a job that came to the foreground
            if (signals_.resized()) lines_.redraw();
            if (signals_.suspended()) handle(Event::suspend);
            if (saves_->told() || (timed_out && saves_->changed())) handle(Event::saved);
            for (const Event key : watch::events_of(keyboard_.typed())) handle(key);
            if (auto outcome = run_.take()) {
                judged_ = std::move(*outcome);
                handle(Event::run_ended);
            }
            if (const auto report = report_.take()) show_report(*report);
            show_status();
        }
        lines_.hide();
        return code_;
    }

private:
    const course::Lesson& lesson() const { return lessons_[current_]; }

    // Until something happens; true: nothing did, for a second.
    bool wait() {
        pollfd sources[3] = {{wake_.descriptor(), POLLIN, 0}, {saves_->descriptor(), POLLIN, 0}, {-1, POLLIN, 0}};
        if (keyboard_.taken()) sources[2].fd = STDIN_FILENO;
        return poll(sources, 3, look_every) == 0;
    }

    void handle(Event event) {
        for (const Action action : steering_.on(event)) act(action);
    }

    void act(Action action) {
        switch (action) {
            case Action::say_opened: say(watch::begin_line(lesson().number, "as it is now")); break;
            case Action::say_saved: say(watch::begin_line(lesson().number, "saved")); break;
            case Action::say_again: say(watch::begin_line(lesson().number, "again")); break;
            case Action::start_run: start_run(); break;
            case Action::cancel_run: run_.cancel(); break;
            case Action::show_result: show_result(); break;
            case Action::show_hint: show_hint(); break;
            case Action::play: play(); break;
            case Action::open_next: open_next(); break;
            case Action::show_list: say('\n' + list_text(states())); break;
            case Action::open_report: open_report(); break;
            case Action::say_no_report: say("There is no verdict yet; o works when there is one.\n"); break;
            case Action::show_keys: say(watch::keys_text()); break;
            case Action::say_other_key: say("That key does nothing; ? shows those that do.\n"); break;
            case Action::suspend: suspend(); break;
            case Action::quit: over_ = true; break;
            case Action::quit_at_once:
                keyboard_.give_back();
                lines_.hide();
                _exit(code_);
        }
    }

    void say(const std::string& text) {
        if (!lines_.print(text)) over_ = true;  // nobody reads any more
    }

    std::vector<LessonState> states() const { return read_states(workplace_.course, lessons_); }

    // Says what is watched, and judges it as it is, unless that is the stub.
    void open_lesson() {
        auto [folder, file] = place_of(lesson(), arguments_);
        saves_.emplace(folder, file);
        verdict_ = "not judged yet";
        diagnosis_.reset();
        const auto chosen = choose(lesson(), arguments_);
        const std::string shown = chosen ? chosen->shown : folder.string();
        std::string text = watch::end_line(lesson().number, lesson().name, progress_bar(states()));
        text += fmt::format("{}\n  read  lessons/{}/lesson.md\n  edit  {}\n", lesson().title, lesson().id,
                            arguments_.file || arguments_.solution ? shown : states()[current_].edit);
        const bool untouched = chosen && chosen->hand_in.untouched;
        if (untouched) verdict_ = "unfinished";
        text += keyboard_.there() ? "Save it, and it is judged. The key ? shows what else there is.\n"
                                  : "Save it, and it is judged. Ctrl-C ends this.\n";
        say(text);
        handle(untouched ? Event::opened_untouched : Event::opened);
    }

    void open_next() {
        const auto all = states();
        const LessonState* next = next_lesson(all, lesson().id);
        current_ = static_cast<std::size_t>(next - all.data());
        arguments_.file.reset();
        arguments_.solution = false;
        open_lesson();
    }

    void start_run() {
        stage_ = static_cast<int>(pipeline::Stage::building);
        auto chosen = choose(lesson(), arguments_);
        if (!chosen) {
            run_.start(
                [words = chosen.error().text](const std::stop_token&) -> Judged { return tl::unexpected(words); });
            return;
        }
        auto request = request_for(lesson(), std::move(*chosen), workplace_, session_, unused_);
        request.on_stage = [this](pipeline::Stage stage) {
            stage_ = static_cast<int>(stage);
            wake_.wake();
        };
        run_.start([this, request = std::move(request)](const std::stop_token& stop) -> Judged {
            auto result = pipeline::examine(request, stop);
            if (!result) return tl::unexpected(result.error().what);
            tidy_up(workplace_);
            return std::move(*result);
        });
    }

    void show_result() {
        if (!judged_) {
            verdict_ = "not judged";
            say(judged_.error() + (judged_.error().ends_with('\n') ? "" : "\n") +
                watch::end_line(lesson().number, verdict_, progress_bar(states())));
            return;
        }
        const judge::Result& result = *judged_;
        if (!arguments_.file && !arguments_.solution) record(workplace_.course, result);
        verdict_ = std::string(judge::name(result.verdict));
        diagnosis_ = result.diagnosis;
        say(run_text(result, {.colour = session_.colour, .table_columns = wide_columns(), .brief = true}) +
            after_words(result) + watch::end_line(lesson().number, verdict_, progress_bar(states())));
    }

    // What is seen at the bottom of a small window, whatever comes before it.
    std::string after_words(const judge::Result& result) const {
        const std::string& number = lesson().number;
        if (result.passed())
            return fmt::format("\nSolved. {} solution {} shows another way{}.\n", called(), number,
                               keyboard_.there() ? "; n goes on to the next lesson" : "");
        std::string text;
        if (result.diagnosis && result.verdict != judge::Verdict::unfinished)
            text = fmt::format("The mistake: {}. ", result.diagnosis->title);
        const bool runs = result.verdict != judge::Verdict::build_error && result.verdict != judge::Verdict::forbidden;
        text += keyboard_.there() ? runs ? "h gives a hint, p plays it, o opens it as a page."
                                         : "h gives a hint, o opens it as a page."
                                  : fmt::format("A hint: {} hint {}.", called(), number);
        return '\n' + report::paragraph(text, 0, 80);
    }

    void show_hint() {
        const unsigned level = steering_.hint_level();
        say('\n' + hint_text(lesson(), level, diagnosis_, "press h again"));
    }

    // The options that say which hand-in it is, for another command of ours.
    std::vector<std::string> command(const std::string& name) const {
        std::vector<std::string> argv = {self(), name, lesson().number};
        if (arguments_.file) argv.insert(argv.end(), {"--file", *arguments_.file});
        if (arguments_.solution) argv.emplace_back("--solution");
        return argv;
    }

    void play() {
        lines_.hide();
        keyboard_.give_back();
        watch::run_in_foreground(command("play"), session_.stop);
        keyboard_.take();
    }

    void open_report() {
        if (reporting_) return;
        reporting_ = true;
        const fs::path file = fs::current_path() / fmt::format("report-{}.html", lesson().id);
        run::ProcessRequest request;
        request.argv = command("report");
        request.argv.insert(request.argv.end(), {"--output", file.string()});
        report_.start([file, request = std::move(request)](const std::stop_token& stop) -> Report {
            const auto written = run::supervise(request, stop);
            if (!written.ended_well()) return tl::unexpected(written.err + written.start_error);
            return file;
        });
    }

    void show_report(const Report& report) {
        reporting_ = false;
        if (!report) {
            say("No report: " + report.error() + (report.error().ends_with('\n') ? "" : "\n"));
            return;
        }
        if (has_display()) watch::start_apart({"xdg-open", report->string()});
        say(fmt::format("Report: {}{}\n", report::visible(report->string()),
                        has_display() ? "" : " (open it in a browser)"));
    }

    void suspend() {
        lines_.hide();
        keyboard_.give_back();
        signals_.suspend();
        keyboard_.take();
        handle(Event::resumed);
    }

    void show_status() {
        if (over_) return;
        const char* const stages[] = {"building ...", "exploring ...", "stress run ..."};
        const std::string what = steering_.runs() ? stages[stage_.load()] : verdict_;
        lines_.show(watch::status_line(lesson().number, what, keyboard_.taken()));
    }

    const Session& session_;
    Arguments arguments_;
    const Workplace& workplace_;
    std::vector<course::Lesson> lessons_;
    std::size_t current_;

    watch::Wake wake_;
    watch::TerminalSignals signals_;
    watch::Keyboard keyboard_;
    watch::Lines lines_;
    std::optional<watch::Saves> saves_;
    watch::Steering steering_;
    StatusLine unused_;  // of request_for()

    std::atomic<int> stage_{0};
    Judged judged_ = tl::unexpected(std::string());
    std::string verdict_;
    std::optional<judge::Diagnosis> diagnosis_;
    bool reporting_ = false;
    bool stopping_ = false;
    bool over_ = false;
    ExitCode code_ = passed;

    BackgroundRun<Judged> run_;  // after what their threads use
    BackgroundRun<Report> report_;
};

}  // namespace

ExitCode watch(const Session& session) {
    const auto workplace = open_workplace(session);
    if (!workplace) return fail(workplace.error());
    auto lessons = load_lessons(workplace->course, {"all"});
    if (!lessons) return fail(lessons.error());
    if (lessons->empty()) return fail({wrong_usage, "there are no lessons in this course"});
    std::size_t first = 0;
    if (session.arguments.ids.empty()) {
        const auto states = read_states(workplace->course, *lessons);
        first = static_cast<std::size_t>(next_lesson(states) - states.data());
    } else {
        const auto wanted = load_lessons(workplace->course, session.arguments.ids);
        if (!wanted) return fail(wanted.error());
        while ((*lessons)[first].id != wanted->front().id) ++first;
    }
    if (session.arguments.file) {
        if (const auto chosen = choose((*lessons)[first], session.arguments); !chosen) return fail(chosen.error());
    }
    return Watching(session, *workplace, std::move(*lessons), first).loop();
}

}  // namespace lab::cli
