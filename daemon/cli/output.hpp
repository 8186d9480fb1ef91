// Whether what a command printed got to standard output.
#pragma once

namespace werktdoord {

// Writes out what is left of standard output; gives the exit code of a command that ended with
// `code`. What could not be written is told on stderr and is a problem: `> FILE` on a full disk
// must not look done. A reader that went away (`| head`) is none.
int with_written_output(int code);

}  // namespace werktdoord
