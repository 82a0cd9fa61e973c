# Pages of HTML are written by the checker itself: their style and script become part of the program.

# The SHA-256 of a text in base 64, as a content security policy wants it.
function(lab_hash_in_base64 text result)
    set(alphabet "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    string(SHA256 hex "${text}")
    set(encoded "")
    foreach(at RANGE 0 60 6)  # 64 digits and two zeros: 11 groups of 24 bits
        string(SUBSTRING "${hex}00" ${at} 6 group)
        foreach(shift 18 12 6 0)
            math(EXPR index "(0x${group} >> ${shift}) & 63")
            string(SUBSTRING ${alphabet} ${index} 1 character)
            string(APPEND encoded ${character})
        endforeach()
    endforeach()
    string(SUBSTRING ${encoded} 0 43 encoded)
    set(${result} ${encoded}= PARENT_SCOPE)
endfunction()

# lab_embed_page(STYLE SCRIPT SOURCE): makes SOURCE in the build folder of SOURCE.in, with @style@, @script@ and their hashes.
function(lab_embed_page style_file script_file source)
    file(READ ${style_file} style)
    file(READ ${script_file} script)
    lab_hash_in_base64("${style}" style_hash)
    lab_hash_in_base64("${script}" script_hash)
    configure_file(${source}.in ${CMAKE_CURRENT_BINARY_DIR}/${source} @ONLY)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${style_file} ${script_file})
endfunction()
