// switch_x86_64.S: changes stack and thread pointer in user space.
//
// void interleave_switch(void** save_sp, void* load_sp, unsigned long thread_pointer)      with wrfsbase
// void interleave_switch_syscall(...)                                                      with arch_prctl
#if !defined(__x86_64__)
#error "The engine switches fibers on x86-64 only; see docs/limits.md"
#endif
    .text
    .globl  interleave_switch
    .hidden interleave_switch
    .type   interleave_switch, @function
interleave_switch:
    .cfi_startproc
    pushq   %rbp
    pushq   %rbx
    pushq   %r12
    pushq   %r13
    pushq   %r14
    pushq   %r15
    movq    %rsp, (%rdi)
    movq    %rsi, %rsp
    wrfsbase %rdx
    popq    %r15
    popq    %r14
    popq    %r13
    popq    %r12
    popq    %rbx
    popq    %rbp
    ret
    .cfi_endproc
    .size   interleave_switch, .-interleave_switch

    .globl  interleave_switch_syscall
    .hidden interleave_switch_syscall
    .type   interleave_switch_syscall, @function
interleave_switch_syscall:
    .cfi_startproc
    pushq   %rbp
    pushq   %rbx
    pushq   %r12
    pushq   %r13
    pushq   %r14
    pushq   %r15
    movq    %rsp, (%rdi)
    movq    %rsi, %rsp
    movl    $0x1002, %edi      // ARCH_SET_FS
    movq    %rdx, %rsi
    movl    $158, %eax         // SYS_arch_prctl
    syscall
    popq    %r15
    popq    %r14
    popq    %r13
    popq    %r12
    popq    %rbx
    popq    %rbp
    ret
    .cfi_endproc
    .size   interleave_switch_syscall, .-interleave_switch_syscall

// First frame of a fiber: calls the function left in %rbx with the argument left in %r12. Marked as the outermost frame.
    .globl  interleave_fiber_entry
    .hidden interleave_fiber_entry
    .type   interleave_fiber_entry, @function
interleave_fiber_entry:
    .cfi_startproc
    .cfi_undefined rip
    movq    %r12, %rdi
    xorl    %ebp, %ebp
    call    *%rbx
    ud2
    .cfi_endproc
    .size   interleave_fiber_entry, .-interleave_fiber_entry
    .section .note.GNU-stack,"",@progbits
