// foreground.cpp: fork, exec, and whose terminal it is.
#include "watch/foreground.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

namespace lab::watch {

namespace {

std::vector<char*> pointers_to(const std::vector<std::string>& argv) {
    std::vector<char*> pointers;
    for (const std::string& word : argv) pointers.push_back(const_cast<char*>(word.c_str()));
    pointers.push_back(nullptr);
    return pointers;
}

void usual_signals() {
    for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGTTOU, SIGTTIN, SIGPIPE, SIGCONT, SIGWINCH})
        signal(number, SIG_DFL);
}

// From the background this would stop us, unless it is ignored.
void give_terminal_to(pid_t group) {
    struct sigaction ignore{}, kept{};
    ignore.sa_handler = SIG_IGN;
    sigaction(SIGTTOU, &ignore, &kept);
    tcsetpgrp(STDIN_FILENO, group);
    sigaction(SIGTTOU, &kept, nullptr);
}

}  // namespace

bool run_in_foreground(const std::vector<std::string>& argv, const std::stop_token& stop) {
    std::vector<char*> pointers = pointers_to(argv);
    const pid_t child = fork();
    if (child < 0) return false;
    if (child == 0) {
        setpgid(0, 0);
        give_terminal_to(getpid());
        usual_signals();
        execv(pointers[0], pointers.data());
        _exit(127);
    }
    setpgid(child, child);
    give_terminal_to(child);
    const std::stop_callback end_it(stop, [child] { kill(-child, SIGTERM); });
    int status = 0;
    while (true) {
        if (waitpid(child, &status, WUNTRACED) < 0) {
            if (errno == EINTR) continue;
            break;
        }
        if (!WIFSTOPPED(status)) break;
        // A second level of stopped jobs would only confuse.
        kill(-child, SIGCONT);
    }
    give_terminal_to(getpgrp());
    return !(WIFEXITED(status) && WEXITSTATUS(status) == 127);
}

void start_apart(const std::vector<std::string>& argv) {
    std::vector<char*> pointers = pointers_to(argv);
    const pid_t child = fork();
    if (child < 0) return;
    if (child == 0) {
        setsid();
        if (fork() != 0) _exit(0);
        const int null = open("/dev/null", O_RDWR);
        for (int descriptor = 0; descriptor <= 2; ++descriptor) dup2(null, descriptor);
        usual_signals();
        execvp(pointers[0], pointers.data());
        _exit(127);
    }
    while (waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
    }
}

}  // namespace lab::watch
