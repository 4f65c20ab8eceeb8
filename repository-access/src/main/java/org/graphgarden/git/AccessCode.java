package org.graphgarden.git;

/** Why a repository could not be read or written. Each says whether it may pass by itself, and what to do about it. */
public enum AccessCode {
    /** The name of the host cannot be resolved. */
    UNKNOWN_HOST(true, "check the host's name and this machine's name servers"),
    /** Nothing accepts a connection at the host and port, or the local folder is not there. */
    UNREACHABLE(true, "check the address, the network and whether the host runs; or the folder's path"),
    /** The host ended the connection in the middle of an answer. */
    CONNECTION_LOST(true, "nothing, unless it stays; then look at the host and at proxies between"),
    /** The host stopped answering. */
    TIMEOUT(true, "nothing, unless it stays; then look at the host, or raise ingest.fetch-timeout"),
    /** The host answers that it cannot serve now: 429, or any status from 500. */
    HOST_BUSY(true, "nothing, unless it stays; then look at the host's own status"),
    /** The host's certificate is not believed, or no encryption could be agreed on. */
    TLS(false, "have the host's certificate renewed, or add its issuer to http.sslCAInfo of the user's .gitconfig"),
    /** The ssh host's key is not the known one, or none is known. */
    HOST_KEY(false, "compare the host's key with what its owner publishes and put it into the known hosts file"),
    /** The host does not know us: 401, or a key that it does not admit. */
    AUTHENTICATION(false, "check the repository's username and password, or its ssh-key, and whether they expired"),
    /** The host knows us and does not let us: 403. */
    FORBIDDEN(false, "give the account the right to read the repository (and to write it, where it is tended)"),
    /** The host has no such repository, or hides it from these credentials: 404. */
    NOT_FOUND(false, "check the path in the address; many hosts also answer so when the account may not see it"),
    /** Something answers, but there is no Git repository. */
    NOT_A_REPOSITORY(false, "give the address or folder of a Git repository"),
    /** The host sends us around in circles, or to an address that is not followed. */
    REDIRECTED(false, "give the address to which the host redirects"),
    /** The repository is there, the branch that is configured is not. */
    BRANCH_MISSING(false, "name a branch that exists, or none to follow the repository's default branch"),
    /** The repository's default branch has no commit. */
    EMPTY(false, "make the first commit, or set the default branch to one that has commits"),
    /** Objects are missing or damaged. */
    CORRUPT(false, "run 'git fsck' in the repository; a partial clone has to be completed first"),
    /** There is no room for the clone. */
    DISK_FULL(false, "free some space on the disk of the state folder"),
    /** The local folder for the clone cannot be written. */
    STATE_UNWRITABLE(false, "check owner and rights of the state folder"),
    /** Anything else; the message says what. */
    OTHER(true, "read the message");

    private final boolean passing;
    private final String remedy;

    AccessCode(boolean passing, String remedy) {
        this.passing = passing;
        this.remedy = remedy;
    }

    /** Whether it may be over in seconds, so that trying again soon is worth it; else somebody has to do something. */
    public boolean passing() {
        return passing;
    }

    /** What to do about it, as half a sentence. */
    public String remedy() {
        return remedy;
    }
}
