package dev.lockstep.harness.tun;

/** The error numbers of Linux that this package tells apart (asm-generic/errno-base.h, errno.h; alike on x86, ARM, RISC-V). */
final class Errno {

    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int EINTR = 4;
    static final int EIO = 5;
    static final int ENXIO = 6;
    static final int EBADFD = 77;
    static final int EAGAIN = 11;
    static final int ENOMEM = 12;
    static final int EACCES = 13;
    static final int EBUSY = 16;
    static final int EEXIST = 17;
    static final int ENODEV = 19;
    static final int ENOTTY = 25;
    static final int EINVAL = 22;
    static final int ENOSPC = 28;
    static final int ENOSYS = 38;
    static final int ENOBUFS = 105;
    static final int EUSERS = 87;

    private Errno() {}

    /**
     * Name and meaning for a message, e.g. {@code "EPERM, operation not permitted"}.
     *
     * @param errno a positive error number
     */
    static String describe(int errno) {
        return switch (errno) {
            case EPERM -> "EPERM, operation not permitted";
            case ENOENT -> "ENOENT, no such file";
            case EINTR -> "EINTR, interrupted";
            case EIO -> "EIO, input/output error (is the interface up?)";
            case ENXIO -> "ENXIO, no such device";
            case EBADFD -> "EBADFD, descriptor in bad state";
            case EAGAIN -> "EAGAIN, nothing there now";
            case ENOMEM -> "ENOMEM, out of memory";
            case EACCES -> "EACCES, permission denied";
            case EBUSY -> "EBUSY, device or name in use";
            case EEXIST -> "EEXIST, exists already";
            case ENOTTY -> "ENOTTY, no such operation for this file";
            case ENODEV -> "ENODEV, no such device";
            case EINVAL -> "EINVAL, invalid argument";
            case ENOSPC -> "ENOSPC, no room left";
            case ENOSYS -> "ENOSYS, not in this kernel";
            case EUSERS -> "EUSERS, too many users";
            case ENOBUFS -> "ENOBUFS, no buffer space";
            default -> "errno " + errno;
        };
    }
}
