package org.graphgarden.git;

/** Why a repository could not be read or written. */
public enum AccessCode {
    /** No connection to the host, or the local folder is not there. */
    UNREACHABLE("check the address and the network"),
    /** Something answers, but there is no Git repository. */
    NOT_A_REPOSITORY("give the address or folder of a Git repository"),
    /** The repository is there, the branch is not, or it has no commit yet. */
    BRANCH_MISSING("name a branch that exists, or make the first commit"),
    /** The host does not let us in. */
    AUTHENTICATION("check the credentials in the configuration, or the ssh agent and known hosts"),
    /** Objects are missing or damaged. */
    CORRUPT("run 'git fsck' in the repository; a partial clone has to be completed first"),
    /** The host stopped answering. */
    TIMEOUT("try again, or raise the time limit"),
    /** The local folder for the clone cannot be written. */
    STATE_UNWRITABLE("check rights and free space of the state folder"),
    /** Anything else; the message says what. */
    OTHER("read the message");

    private final String remedy;

    AccessCode(String remedy) {
        this.remedy = remedy;
    }

    /** What to do about it, as half a sentence. */
    public String remedy() {
        return remedy;
    }
}
